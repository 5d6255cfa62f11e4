@echo off
rem Starts Traceweave. With a case, sources or nothing it opens the workbench; with a verb (traceweave --help) it runs headless.
rem   TRACEWEAVE_JAVA   the java program to use, in place of searching for one
rem   TRACEWEAVE_OPTS   further options of the Java machine, such as -Xmx4g
rem Configuration and workspace go to the user's local application data; nothing is written here.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "JAVA="

if defined TRACEWEAVE_JAVA (
  call :try "%TRACEWEAVE_JAVA%"
  if not defined JAVA (
    echo traceweave: TRACEWEAVE_JAVA names %TRACEWEAVE_JAVA%, which is not Java 21 or later. 1>&2
    exit /b 2
  )
)
if not defined JAVA call :try "%HERE%\jre\bin\java.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%J in ('where java.exe 2^>nul') do if not defined JAVA call :try "%%J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do if not defined JAVA call :try "%%~D\bin\java.exe"
if not defined JAVA (
  echo traceweave: Java 21 or later was not found; install it, or name its java.exe in TRACEWEAVE_JAVA. 1>&2
  exit /b 2
)

set "LAUNCHER="
for %%L in ("%HERE%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fL"
if not defined LAUNCHER (
  echo traceweave: this installation in %HERE% is damaged: it has no plugins\org.eclipse.equinox.launcher_*.jar; unpack it again. 1>&2
  exit /b 2
)

rem One place per installation, named after its folder, so that two of them never share a configuration.
set "OWN=%HERE::=%"
set "OWN=%OWN:\=-%"
set "OWN=%OWN: =-%"
if not defined LOCALAPPDATA set "LOCALAPPDATA=%USERPROFILE%\AppData\Local"
set "DATA=%LOCALAPPDATA%\Traceweave"
set "OWN=%DATA%\installations\%OWN%"
if not exist "%OWN%\configuration" mkdir "%OWN%\configuration"
if not exist "%OWN%\configuration" (
  echo traceweave: cannot write to %OWN%; set LOCALAPPDATA to a folder that can be written. 1>&2
  exit /b 2
)

rem What is asked for: a verb runs headless, a path or nothing opens the workbench, -application is Equinox's own.
set "KIND=workbench"
set "FIRST=%~1"
if not defined FIRST goto :asked
for %%V in (import sources search histogram signins windows-failures findings certificates show report compare probe sample formats rules help) do if /i "%FIRST%"=="%%V" set "KIND=verb"
if "%KIND%"=="verb" goto :asked
if "%FIRST:~0,2%"=="--" set "KIND=verb"
if not "%FIRST:~0,1%"=="-" if not exist "%FIRST%" set "KIND=verb"
if /i "%FIRST%"=="-application" set "KIND=application"
:asked
set "WHAT=-data @noDefault"
if "%KIND%"=="verb" set "WHAT=-application org.traceweave.app.cli -nosplash -data @none"
if "%KIND%"=="application" set "WHAT=-nosplash -data @none"

rem The workbench ends with 23 or 24 when it asks to be started again, after an installation for instance.
:start
"%JAVA%" -Xmx1g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -XX:+DisplayVMOutputToStderr -Xlog:disable -Xshare:auto -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%OWN%\%KIND%.jsa" "-Djava.util.logging.config.file=%HERE%\logging.properties" "-Dosgi.sharedConfiguration.area=file:/%HERE:\=/%/configuration" -Dosgi.configuration.cascaded=true "-Dtraceweave.workspace=%DATA%\workspace" %TRACEWEAVE_OPTS% -jar "%LAUNCHER%" -configuration "%OWN%\configuration" %WHAT% %*
set "STATUS=%ERRORLEVEL%"
if "%KIND%"=="workbench" if "%STATUS%"=="23" goto :start
if "%KIND%"=="workbench" if "%STATUS%"=="24" goto :start
exit /b %STATUS%

rem Takes a java program if it is there and says that it is 21 or later.
:try
if not exist "%~1" exit /b 0
for /f "tokens=3" %%V in ('"%~1" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do if %%V GEQ 21 set "JAVA=%~1"
exit /b 0

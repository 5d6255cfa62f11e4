package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what went wrong, where, and what to do. */
public final class Sentences {

    private Sentences() {
    }

    /** What failed. Our own conditions are worded already; those of the file system name only the file. */
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist; check the path.";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written; check its permissions.";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is in the way; remove it or choose another path.";
            case FileSystemException other when other.getReason() != null && other.getFile() != null ->
                    other.getFile() + ": " + ended(other.getReason());
            case FileSystemException other when other.getFile() != null -> other.getFile() + " cannot be read or written; check path and permissions.";
            case CharacterCodingException undecodable -> "A text is not in the encoding that its format prescribes.";
            default -> failure.getMessage() == null || failure.getMessage().isBlank() ? "Reading or writing failed ("
                    + failure.getClass().getSimpleName() + "); --debug tells where." : failure.getMessage();
        };
    }

    /** What was wrong about the arguments, and where to look it up. */
    public static String of(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandName();
        String help = wrong.getCommandLine().getParent() == null ? "traceweave --help" : "traceweave " + command + " --help";
        if (wrong instanceof UnmatchedArgumentException unmatched && wrong.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption()) {
            List<String> like = unmatched.getSuggestions().stream().map(each -> each.substring(each.lastIndexOf(' ') + 1)).limit(1).toList();
            return "There is no verb " + unmatched.getUnmatched().getFirst() + "; " + (like.isEmpty() ? "" : "did you mean " + like.getFirst() + ", or ")
                    + "see " + help + ".";
        }
        String message = wrong.getMessage().replace("Error: ", "").replace("option option", "option").strip();
        String capital = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        String plain = capital.endsWith(".") ? capital.substring(0, capital.length() - 1) : capital;
        return plain.contains("; see ") ? plain + "." : plain + "; see " + help + ".";
    }

    private static String ended(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}

package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.certificates.WeakCryptoSettings.Algorithm;

/** Weak-crypto settings as reg export and certutil print them. */
class WeakCryptoSettingsTest {

    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\OID\\EncodingType 0\\CertDllCreateCertificateChainEngine\\Config";
    private static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String EXPORT = "Windows Registry Editor Version 5.00\r\n\r\n[" + KEY + "]\r\n\"WeakSha1ThirdPartyFlags\"=dword:80900008\r\n"
            + "\"WeakSHA1AllFlags\"=dword:80100004\r\n\"WeakRsaThirdPartyMinBitLength\"=dword:00000800\r\n\"MinRsaPubKeyBitLength\"=dword:000003ff\r\n"
            + "\"WeakMd5ThirdPartyAfterTime\"=hex:00,18,df,07,6d,\\\r\n  11,d2,01\r\n\"WeakSignatureLogDir\"=\"c:\\\\log\"\r\n"
            + "\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\r\n\"WeakMd5AllFlags\"=dword:80100000\r\n";
    private static final String ENGLISH = KEY
            + ":\r\n\r\nValues:\r\n  WeakSignatureLogDir      REG_SZ = c:\\log\r\n  WeakSha1ThirdPartyFlags  REG_DWORD = 80040004 (-2147221500)\r\n"
            + "    CERT_CHAIN_ENABLE_WEAK_LOGGING_FLAG -- 4\r\n    CERT_CHAIN_DISABLE_OPT_IN_SERVER_AUTH_WEAK_FLAG -- 40000 (262144)\r\n"
            + "    CERT_CHAIN_ENABLE_WEAK_SETTINGS_FLAG -- 80000000 (-2147483648)\r\n  WeakSha1ThirdPartySha256Allow REG_MULTI_SZ =\r\n     0: 00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff "
            + "00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF\r\n  minRSAPubKeyBitLength    REG_DWORD = 200 (512)\r\nCertUtil: -getreg command completed successfully.\r\n";

    private static WeakCryptoSettings read(String text) throws PolicyFileException {
        return WeakCryptoSettings.read("settings", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_export_is_read_in_both_encodings_and_only_that_key() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            byte[] bytes = charset == StandardCharsets.UTF_8 ? EXPORT.getBytes(charset) : ("\ufeff" + EXPORT).getBytes(charset);
            WeakCryptoSettings settings = WeakCryptoSettings.read("config.reg", bytes);
            assertEquals(OptionalLong.of(0x80900008L), settings.number("weaksha1thirdpartyflags"));
            assertEquals(OptionalLong.of(1023), settings.number("MinRsaPubKeyBitLength"));
            assertEquals(OptionalLong.empty(), settings.number("WeakMd5AllFlags"), "that one stands below another key");
            assertEquals(List.of(), settings.problems());
        }
    }

    @Test
    void flags_for_all_roots_hold_for_microsofts_too_but_for_logging() throws Exception {
        WeakCryptoSettings settings = read(EXPORT);
        assertEquals(0x80100004L, settings.flags(Algorithm.SHA1, false));
        assertEquals(0x80900008L | 0x80100000L, settings.flags(Algorithm.SHA1, true));
    }

    @Test
    void flags_without_the_enabling_bit_are_ignored() throws Exception {
        WeakCryptoSettings settings = read("[" + KEY + "]\n\"WeakSha1AllFlags\"=dword:00100000\n");
        assertEquals(0, settings.flags(Algorithm.SHA1, false));
    }

    @Test
    void what_certutil_prints_is_read_with_its_list_of_allowed_certificates() throws Exception {
        WeakCryptoSettings settings = read(ENGLISH);
        assertEquals(0x80040004L, settings.flags(Algorithm.SHA1, true));
        assertEquals(0, settings.flags(Algorithm.SHA1, false));
        assertEquals(OptionalLong.of(512), settings.number("MinRsaPubKeyBitLength"));
        assertTrue(settings.allows(Algorithm.SHA1, true, THUMBPRINT));
        assertFalse(settings.allows(Algorithm.SHA1, false, THUMBPRINT));
    }

    @Test
    void german_words_around_the_values_do_not_matter() throws Exception {
        assertEquals(0x80040004L, read(ENGLISH.replace("Values:", "Werte:").replace("CertUtil: -getreg command completed successfully.",
                "CertUtil: -getreg-Befehl wurde erfolgreich ausgeführt.")).flags(Algorithm.SHA1, true));
    }

    @Test
    void an_allow_list_in_hex_of_utf16_is_read() throws Exception {
        String hex = HexFormat.ofDelimiter(",").formatHex((THUMBPRINT + "\0\0").getBytes(StandardCharsets.UTF_16LE));
        WeakCryptoSettings settings = read("[" + KEY + "]\n\"WeakSha1AllSha256Allow\"=hex(7):" + hex.substring(0, 60) + "\\\n  " + hex.substring(60)
                + "\n");
        assertTrue(settings.allows(Algorithm.SHA1, false, THUMBPRINT));
    }

    @Test
    void values_of_the_wrong_type_are_told() throws Exception {
        WeakCryptoSettings settings = read("[" + KEY + "]\n\"WeakSha1AllFlags\"=\"80100000\"\n\"WeakMd5AllFlags\"=dword:zzz\n");
        assertEquals(2, settings.problems().size(), () -> settings.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"})
    void a_file_without_that_key_is_refused_with_advice(String text) {
        assertTrue(assertThrows(PolicyFileException.class, () -> read(text)).getMessage().contains("certutil -getreg chain"));
    }
}

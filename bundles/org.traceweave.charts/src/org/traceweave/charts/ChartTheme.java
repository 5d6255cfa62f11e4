package org.traceweave.charts;

import java.awt.Color;
import java.awt.Font;
import org.traceweave.model.Phase;

/** Colours and font of the drawings, so that they match the window they stand in. Font size in logical pixels. */
public record ChartTheme(
        boolean dark,
        Color background,
        Color band,
        Color text,
        Color muted,
        Color grid,
        Color volume,
        Color volumeWarning,
        Color volumeError,
        Color cursor,
        Color chosen,
        Color gap,
        Font font) {

    public static ChartTheme light(String family, int size) {
        return new ChartTheme(false, new Color(0xFFFFFF), new Color(0xF6F8FA), new Color(0x1F2328), new Color(0x656D76),
                new Color(0xE3E7EB), new Color(0x9DB4CC), new Color(0xD9A441), new Color(0xCF4A4A), new Color(0x0B5CAD),
                new Color(0x33, 0x85, 0xD6, 0x2E), new Color(0x80, 0x80, 0x80, 0x30), new Font(family, Font.PLAIN, size));
    }

    public static ChartTheme dark(String family, int size) {
        return new ChartTheme(true, new Color(0x2B2D30), new Color(0x313438), new Color(0xDFE1E5), new Color(0x9DA3AB),
                new Color(0x3F4349), new Color(0x5D7A99), new Color(0xC9963B), new Color(0xE06C6C), new Color(0x7EB6F2),
                new Color(0x5A, 0xA2, 0xF0, 0x38), new Color(0xA0, 0xA0, 0xA0, 0x28), new Font(family, Font.PLAIN, size));
    }

    /** The same with the background of the window around it. */
    public ChartTheme withBackground(Color newBackground) {
        Color newBand = shifted(newBackground, dark ? 7 : -8);
        return new ChartTheme(dark, newBackground, newBand, text, muted, grid, volume, volumeWarning, volumeError, cursor, chosen, gap, font);
    }

    /** The same in letters of another family. */
    public ChartTheme withFont(String family) {
        return new ChartTheme(dark, background, band, text, muted, grid, volume, volumeWarning, volumeError, cursor, chosen, gap,
                new Font(family, Font.PLAIN, font.getSize()));
    }

    private static Color shifted(Color colour, int by) {
        return new Color(Math.clamp(colour.getRed() + by, 0, 255), Math.clamp(colour.getGreen() + by, 0, 255),
                Math.clamp(colour.getBlue() + by, 0, 255));
    }

    /** The colour of a tone. Chosen to be told apart by people with colour-blindness too: failures are dark or warm, the rest cool. */
    public Color tone(MarkTone tone) {
        return switch (tone) {
            case SUCCEEDED -> dark ? new Color(0x58A77B) : new Color(0x3F9A68);
            case OPEN -> dark ? new Color(0x8C96A3) : new Color(0x8A94A0);
            case ABANDONED -> dark ? new Color(0xE3A34A) : new Color(0xD98C1F);
            case TIMED_OUT -> dark ? new Color(0xC98BDB) : new Color(0x9B59B6);
            case FAILED -> dark ? new Color(0xEF6A64) : new Color(0xCC3333);
            case SCHANNEL -> dark ? new Color(0xE58A5B) : new Color(0xC8602B);
            case CAPI2 -> dark ? new Color(0xB48EE0) : new Color(0x7B52B9);
            case SERVER_LOG -> dark ? new Color(0x6FB3D9) : new Color(0x2E7DA6);
            case LOGON -> dark ? new Color(0xD6C36A) : new Color(0x9C8416);
            case CONNECTION -> dark ? new Color(0xE07FA8) : new Color(0xB03A6E);
            case CERTIFICATE -> dark ? new Color(0x7FC4A9) : new Color(0x2F7F67);
            case OTHER -> dark ? new Color(0xA7B0BC) : new Color(0x5B6673);
        };
    }

    /** The colour of a phase: pale enough for dark letters on it, and no outcome's. */
    public Color phase(Phase phase) {
        Color light = switch (phase) {
            case CONNECT -> new Color(0xC3CCD6);
            case DISCOVERY -> new Color(0x9CC6EA);
            case WEB_TICKET -> new Color(0x8FD0CB);
            case PROVISIONING -> new Color(0xC9DB8C);
            case OFFER -> new Color(0xE6DBB0);
            case SERVER_CERTIFICATE -> new Color(0xCDB4E6);
            case CLIENT_CERTIFICATE -> new Color(0xA7A2EC);
            case CREDENTIALS -> new Color(0xF0BE8C);
            case REDIRECT -> new Color(0xE3ABCB);
            case REGISTERED -> new Color(0xA6D8B4);
        };
        return dark ? mixed(light, background, 0.22) : light;
    }

    /** The colour of letters on a phase. */
    public Color onPhase() {
        return new Color(0x1B1F24);
    }

    private static Color mixed(Color one, Color other, double part) {
        return new Color((int) (one.getRed() * (1 - part) + other.getRed() * part), (int) (one.getGreen() * (1 - part) + other.getGreen() * part),
                (int) (one.getBlue() * (1 - part) + other.getBlue() * part));
    }

    public Font small() {
        return font.deriveFont(font.getSize2D() - 1f);
    }
}

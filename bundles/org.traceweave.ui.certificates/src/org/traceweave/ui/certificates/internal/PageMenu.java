package org.traceweave.ui.certificates.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.traceweave.ui.Texts;

/** The menu of a page of text: the selection, the value under the mouse, and what its owner adds. UI thread only. */
final class PageMenu {

    private static final Texts TEXTS = new Texts(PageMenu.class);
    private static final int MOST_SHOWN = 40;

    private final StyledText text;
    private Optional<String> value = Optional.empty();

    private PageMenu(StyledText text) {
        this.text = text;
    }

    /** Gives a page a menu; {@code more} is asked each time for the rest of it. */
    static void on(StyledText text, Consumer<IMenuManager> more) {
        PageMenu menu = new PageMenu(text);
        MenuManager manager = new MenuManager();
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(shown -> {
            menu.fill(shown);
            more.accept(shown);
        });
        text.addListener(SWT.MenuDetect, menu::detect);
        text.setMenu(manager.createContextMenu(text));
        text.addDisposeListener(event -> manager.dispose());
    }

    private void detect(Event event) {
        Point place = text.toControl(event.x, event.y);
        int offset = event.detail == SWT.MENU_KEYBOARD ? text.getCaretOffset() : text.getOffsetAtPoint(new Point(text.getLeftMargin() + 1, place.y));
        value = offset < 0 || text.getCharCount() == 0 ? Optional.empty() : valueAt(text.getLine(text.getLineAtOffset(offset)));
    }

    /** What a line says: of a name and a value, the value. */
    static Optional<String> valueAt(String line) {
        String said = line.substring(line.indexOf('\t') + 1).replaceFirst("^\u25CF ", "").strip();
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private void fill(IMenuManager menu) {
        if (text.getSelectionCount() > 0) {
            menu.add(CertificateCopies.action("copy.selection", true, text::copy));
        }
        value.ifPresent(said -> {
            var copy = CertificateCopies.action("copy.value", true, () -> CertificateCopies.toClipboard(text.getDisplay(), said));
            copy.setText(TEXTS.get("copy.value.of", "value", (said.length() > MOST_SHOWN ? said.substring(0, MOST_SHOWN) + "\u2026" : said)
                    .replace("&", "&&")));
            menu.add(copy);
        });
        menu.add(new Separator());
    }
}

package org.traceweave.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows a {@link PageText}, in the colours of the window; links are followed by a click. UI thread only. */
public final class PageView {

    private static final int KEY_WIDTH = 128;
    private static final int MARGIN = 10;
    private static final int SURELY_SHORT = 24;

    private final StyledText widget;
    private final Theming theming;
    private final Font title;
    private final Font bold;
    private final Font italic;
    private final Font mono;
    private final Font monoBold;
    private final List<Consumer<Object>> linkListeners = new ArrayList<>();
    private PageText page = new PageText();

    public PageView(Composite parent, Theming theming) {
        this.theming = theming;
        widget = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP);
        widget.setData("org.eclipse.e4.ui.css.CssClassName", "TraceweavePage");
        widget.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        widget.setLineSpacing(2);
        widget.setTabStops(new int[] {KEY_WIDTH});
        widget.setAlwaysShowScrollBars(false);
        widget.setCaret(null);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), widget);
        FontDescriptor base = FontDescriptor.createFrom(widget.getFont());
        title = fonts.create(base.increaseHeight(3).setStyle(SWT.BOLD));
        bold = fonts.create(base.setStyle(SWT.BOLD));
        italic = fonts.create(base.setStyle(SWT.ITALIC));
        FontDescriptor fixed = FontDescriptor.createFrom(JFaceResources.getTextFont()).setHeight(Math.max(8, heightOf(widget.getFont()) - 1));
        mono = fonts.create(fixed);
        monoBold = fonts.create(fixed.setStyle(SWT.BOLD));
        widget.addListener(SWT.MouseUp, this::clicked);
        widget.addListener(SWT.MouseMove, event -> widget.setCursor(
                linkAt(event).isPresent() ? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
        widget.addListener(SWT.KeyDown, this::key);
        Runnable recolour = () -> show(page, false);
        theming.addListener(recolour);
        widget.addDisposeListener(event -> theming.removeListener(recolour));
    }

    private static int heightOf(Font font) {
        return font.getFontData()[0].getHeight();
    }

    public StyledText control() {
        return widget;
    }

    public PageText page() {
        return page;
    }

    public void onLink(Consumer<Object> listener) {
        linkListeners.add(listener);
    }

    /** Shows a page from its top. */
    public void show(PageText newPage) {
        show(newPage, true);
    }

    /** Shows a page; from its top, or where the last one was scrolled to. */
    public void show(PageText newPage, boolean fromTop) {
        page = newPage;
        int scrolled = widget.getTopPixel();
        widget.setRedraw(false);
        widget.setText(newPage.text());
        Palette palette = theming.palette();
        widget.setBackground(palette.background());
        widget.setForeground(palette.text());
        widget.setStyleRanges(newPage.runs().stream().map(run -> range(run, palette)).toArray(StyleRange[]::new));
        for (PageText.Fact fact : newPage.facts()) {
            int line = widget.getLineAtOffset(fact.start());
            widget.setLineWrapIndent(line, 1, KEY_WIDTH);
        }
        indentWrapped();
        for (int offset : newPage.bands()) {
            widget.setLineBackground(widget.getLineAtOffset(offset), 1, palette.tint());
        }
        widget.setTopPixel(fromTop ? 0 : scrolled);
        widget.setRedraw(true);
    }

    /** What begins with spaces goes on below its first word. Short lines do not wrap. */
    private void indentWrapped() {
        GC gc = new GC(widget);
        int space = gc.textExtent(" ").x;
        gc.dispose();
        for (int line = 0; line < widget.getLineCount(); line++) {
            String words = widget.getLine(line);
            int spaces = words.length() - words.stripLeading().length();
            if (spaces > 1 && words.length() > SURELY_SHORT && words.indexOf('\t') < 0) {
                widget.setLineWrapIndent(line, 1, spaces * space);
            }
        }
    }

    private StyleRange range(PageText.Run run, Palette palette) {
        StyleRange range = new StyleRange();
        range.start = run.start();
        range.length = run.length();
        range.foreground = colour(run.tone(), palette);
        range.font = font(run.tone());
        if (run.tone() == PageText.Tone.LINK) {
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_LINK;
            range.underlineColor = palette.link();
        }
        range.data = run.target().orElse(null);
        return range;
    }

    private static @org.jspecify.annotations.Nullable Color colour(PageText.Tone tone, Palette palette) {
        return switch (tone) {
            case TITLE, STRONG, TEXT, ITALIC, MONO, MONO_STRONG, LINK_TITLE -> null;
            case SUBTITLE, KEY, MUTED -> palette.muted();
            case HEADING -> palette.accent();
            case GOOD -> palette.good();
            case WARNING -> palette.warning();
            case ERROR, MONO_ERROR -> palette.error();
            case ACCENT, MONO_NAME, MONO_ACCENT, LINK -> palette.link();
        };
    }

    private @org.jspecify.annotations.Nullable Font font(PageText.Tone tone) {
        return switch (tone) {
            case TITLE -> title;
            case HEADING, STRONG, LINK_TITLE -> bold;
            case ITALIC -> italic;
            case MONO, MONO_NAME -> mono;
            case MONO_STRONG, MONO_ACCENT, MONO_ERROR -> monoBold;
            default -> null;
        };
    }

    private Optional<Object> linkAt(Event event) {
        int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
        if (offset < 0 || offset >= widget.getCharCount()) {
            return Optional.empty();
        }
        StyleRange range = widget.getStyleRangeAtOffset(offset);
        return range == null ? Optional.empty() : Optional.ofNullable(range.data);
    }

    private void clicked(Event event) {
        if (event.button == 1 && widget.getSelectionCount() == 0) {
            linkAt(event).ifPresent(this::follow);
        }
    }

    /** F6 and Shift+F6 select the next and the last link, Return follows the selected one. */
    private void key(Event event) {
        if (event.keyCode == SWT.F6) {
            selectLink((event.stateMask & SWT.SHIFT) == 0);
            event.doit = false;
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            Point selected = widget.getSelectionRange();
            links().stream().filter(run -> run.start() == selected.x && run.length() == selected.y).findFirst().flatMap(PageText.Run::target).ifPresent(this::follow);
        }
    }

    private List<PageText.Run> links() {
        return page.runs().stream().filter(run -> run.target().isPresent()).toList();
    }

    private void selectLink(boolean forward) {
        List<PageText.Run> links = links();
        int at = widget.getSelectionRange().x;
        Optional<PageText.Run> next = forward ? links.stream().filter(run -> run.start() > at || run.start() == at && widget.getSelectionCount() == 0).findFirst()
                : links.stream().filter(run -> run.start() < at).reduce((one, other) -> other);
        next.or(() -> links.isEmpty() ? Optional.empty() : Optional.of(forward ? links.getFirst() : links.getLast()))
                .ifPresent(run -> {
                    widget.setSelection(run.start(), run.start() + run.length());
                    widget.showSelection();
                });
    }

    /** Follows a link as a click on it does. */
    public void follow(Object target) {
        linkListeners.forEach(listener -> listener.accept(target));
    }
}

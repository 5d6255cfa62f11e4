package org.traceweave.ui.certificates.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.Asn1Element;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.DerNode;
import org.traceweave.ui.Palette;
import org.traceweave.ui.Texts;
import org.traceweave.ui.Theming;

/**
 * The ASN.1 tree of something encoded in DER beside its bytes: choosing an element marks its bytes, its header in one colour and its
 * content in another; choosing a byte chooses the innermost element that holds it. UI thread only.
 */
final class Asn1Pane {

    private static final Texts TEXTS = new Texts(Asn1Pane.class);
    private static final int OPEN_AT_FIRST = 3;
    private static final String ELEMENT = "element";

    private final Composite form;
    private final Label status;
    private final Tree tree;
    private final StyledText hex;
    private final Theming theming;
    private HexText bytes = new HexText(new byte[0]);
    private Optional<Asn1Element> root = Optional.empty();
    private Optional<Asn1Element> chosen = Optional.empty();

    Asn1Pane(Composite parent, Theming theming) {
        this.theming = theming;
        form = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        form.setLayout(layout);
        SashForm sides = new SashForm(form, SWT.HORIZONTAL);
        sides.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        status = new Label(form, SWT.NONE);
        status.setData("id", "asn1-status");
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false);
        below.horizontalIndent = 8;
        status.setLayoutData(below);
        tree = new Tree(sides, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setData("id", "asn1-tree");
        hex = new StyledText(sides, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        hex.setData("org.eclipse.e4.ui.css.CssClassName", "TraceweavePage");
        hex.setData("id", "asn1-hex");
        hex.setAlwaysShowScrollBars(false);
        hex.setMargins(8, 6, 8, 6);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), form);
        hex.setFont(fonts.create(FontDescriptor.createFrom(JFaceResources.getTextFont())
                .setHeight(Math.max(8, tree.getFont().getFontData()[0].getHeight() - 1))));
        sides.setWeights(3, 4);
        tree.addListener(SWT.Selection, event -> choose(element((TreeItem) event.item)));
        tree.addListener(SWT.Expand, event -> fill((TreeItem) event.item));
        hex.addListener(SWT.MouseUp, this::clicked);
        hex.addListener(SWT.KeyUp, event -> byteChosen(hex.getCaretOffset()));
        tree.setMenu(copies());
        tree.addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
                chosen.ifPresent(element -> CertificateCopies.toClipboard(tree.getDisplay(), element.value()
                        .isEmpty() ? CertificateText.asn1(element.node()) : element.value()));
                event.doit = false;
            }
        });
        Runnable recolour = this::colour;
        theming.addListener(recolour);
        form.addDisposeListener(event -> theming.removeListener(recolour));
        colour();
    }

    Composite control() {
        return form;
    }

    /** Shows an element and all in it; what was chosen before is not any more. */
    void show(DerNode node) {
        Asn1Element top = Asn1Element.root(node);
        root = Optional.of(top);
        chosen = Optional.empty();
        bytes = new HexText(node.source());
        tree.setRedraw(false);
        tree.removeAll();
        TreeItem item = new TreeItem(tree, SWT.NONE);
        set(item, top);
        open(item, OPEN_AT_FIRST);
        tree.setRedraw(true);
        hex.setText(bytes.text());
        colour();
        status.setText(whole(node));
    }

    /** Of all bytes: how many, and how well formed they are. */
    private static String whole(DerNode node) {
        boolean complete = node.damaged().isEmpty();
        boolean[] strict = {true};
        node.forEach(each -> strict[0] &= each.minimalLength() && !each.indefinite());
        int behind = node.source().length - node.end();
        return TEXTS.get("asn1.whole", "bytes", node.totalLength(), "complete", TEXTS.get(complete ? "asn1.complete" : "asn1.damaged"), "form",
                TEXTS.get(strict[0] ? "asn1.lengthsDer" : "asn1.lengthsBer")) + (behind > 0 ? TEXTS.get("asn1.behind", "bytes", behind) : "");
    }

    private static String place(DerNode node) {
        return TEXTS.get("asn1.place", "tag", node.tagName(), "offset", node.offset(), "hex", String.format(Locale.ROOT, "%06x", node.offset()),
                "header", node.headerLength(), "content",
                node.contentLength()) + node.problem().map(problem -> ". " + problem).orElse("");
    }

    /** Shows nothing but a sentence that says why. */
    void showNothing(String sentence) {
        root = Optional.empty();
        chosen = Optional.empty();
        bytes = new HexText(new byte[0]);
        tree.removeAll();
        hex.setText(sentence);
        status.setText("");
        colour();
    }

    private static Asn1Element element(TreeItem item) {
        return (Asn1Element) item.getData(ELEMENT);
    }

    private void set(TreeItem item, Asn1Element element) {
        item.setText(element.label());
        item.setData(ELEMENT, element);
        if (element.node().problem().isPresent()) {
            item.setForeground(theming.palette().error());
        }
        if (!element.children().isEmpty()) {
            new TreeItem(item, SWT.NONE);
        }
    }

    /** Gives an item its children when it is opened for the first time. */
    private void fill(TreeItem item) {
        if (item.getItemCount() == 1 && item.getItem(0).getData(ELEMENT) == null) {
            item.removeAll();
            element(item).children().forEach(child -> set(new TreeItem(item, SWT.NONE), child));
        }
    }

    private void open(TreeItem item, int levels) {
        if (levels == 0 || element(item).children().isEmpty()) {
            return;
        }
        fill(item);
        item.setExpanded(true);
        for (TreeItem child : item.getItems()) {
            open(child, levels - 1);
        }
    }

    private void clicked(Event event) {
        int place = hex.getOffsetAtPoint(new Point(event.x, event.y));
        if (event.button == 1 && hex.getSelectionCount() == 0 && place >= 0) {
            byteChosen(place);
        }
    }

    private void byteChosen(int place) {
        bytes.byteAt(place).ifPresent(this::chooseByte);
    }

    /** Chooses the innermost element that holds a byte. */
    void chooseByte(int index) {
        List<Asn1Element> path = root.map(top -> top.pathTo(index)).orElse(new ArrayList<>());
        if (path.isEmpty() || tree.getItemCount() == 0) {
            return;
        }
        TreeItem item = tree.getItem(0);
        for (Asn1Element next : path.subList(1, path.size())) {
            fill(item);
            item.setExpanded(true);
            for (TreeItem child : item.getItems()) {
                if (element(child).equals(next)) {
                    item = child;
                }
            }
        }
        tree.setSelection(item);
        tree.showSelection();
        choose(element(item));
    }

    Optional<Asn1Element> chosen() {
        return chosen;
    }

    private void choose(Asn1Element element) {
        chosen = Optional.of(element);
        status.setText(place(element.node()));
        colour();
        int place = bytes.hexAt(element.node().offset());
        int line = hex.getLineAtOffset(Math.min(place, hex.getCharCount()));
        int shown = Math.max(1, hex.getClientArea().height / Math.max(1, hex.getLineHeight()));
        if (line < hex.getTopIndex() || line >= hex.getTopIndex() + shown - 1) {
            hex.setTopIndex(Math.max(0, line - shown / 3));
        }
    }

    private void colour() {
        Palette palette = theming.palette();
        hex.setBackground(palette.background());
        hex.setForeground(palette.text());
        List<StyleRange> ranges = new ArrayList<>();
        chosen.ifPresent(element -> {
            DerNode node = element.node();
            mark(ranges, node.offset(), node.contentOffset(), palette.background(), palette.accent());
            mark(ranges, node.contentOffset(), node.end(), null, palette.tint());
        });
        ranges.sort((one, other) -> Integer.compare(one.start, other.start));
        hex.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    /** Marks bytes, line by line, where they stand as digits and as characters. */
    private void mark(List<StyleRange> ranges, int from, int to, @Nullable Color text, Color behind) {
        for (int at = from; at < to;) {
            int lineEnd = Math.min(to, (at / HexText.BYTES_A_LINE + 1) * HexText.BYTES_A_LINE);
            ranges.add(new StyleRange(bytes.hexAt(at), bytes.hexAt(lineEnd - 1) + 2 - bytes.hexAt(at), text, behind));
            ranges.add(new StyleRange(bytes.charAt(at), lineEnd - at, text, behind));
            at = lineEnd;
        }
    }

    private Menu copies() {
        Menu menu = new Menu(tree);
        copy(menu, "asn1.copyValue", element -> element.value());
        copy(menu, "asn1.copyCharacters", element -> new String(element.node().content(), StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "."));
        copy(menu, "asn1.copyHex", element -> HexFormat.of().formatHex(element.node().encoded()));
        copy(menu, "asn1.copyBase64", element -> Base64.getEncoder().encodeToString(element.node().encoded()));
        copy(menu, "asn1.copyTree", element -> CertificateText.asn1(element.node()));
        return menu;
    }

    private void copy(Menu menu, String text, Function<Asn1Element, String> words) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(TEXTS.get(text));
        item.addListener(SWT.Selection, event -> chosen.map(words).ifPresent(copied -> CertificateCopies.toClipboard(tree.getDisplay(), copied)));
    }
}

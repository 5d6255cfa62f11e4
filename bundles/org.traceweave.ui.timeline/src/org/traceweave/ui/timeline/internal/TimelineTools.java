package org.traceweave.ui.timeline.internal;

import java.net.URL;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IActionBars;
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.AttemptGrouping;
import org.traceweave.charts.TimelineSheet;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;

/** The tools and the menu of the timeline: grouping, folding, zoom, what is drawn beside, export. UI thread only. */
final class TimelineTools {

    /** What the tools ask of the view. */
    interface Moves extends TimelineBar.Moves {

        LaneChoice choice();

        void zoomBy(double factor);

        void fit();

        void goToTime();

        void export(TimelineSheet.Format format);
    }

    private static final Texts TEXTS = new Texts(TimelineTools.class);

    private final Moves moves;

    private TimelineTools(Moves moves) {
        this.moves = moves;
    }

    static void addTo(IActionBars bars, Moves moves) {
        TimelineTools tools = new TimelineTools(moves);
        tools.fill(bars.getToolBarManager());
        tools.fill(bars.getMenuManager());
    }

    private void fill(IToolBarManager bar) {
        bar.add(dropDown("group", "timeline.group", this::groupings));
        bar.add(folding());
        bar.add(new Separator());
        bar.add(action(Glyphs.descriptor("zoom-in"), "timeline.zoomIn", () -> moves.zoomBy(0.5)));
        bar.add(action(Glyphs.descriptor("zoom-out"), "timeline.zoomOut", () -> moves.zoomBy(2)));
        bar.add(action(Glyphs.descriptor("fit"), "timeline.fit", moves::fit));
        bar.add(new Separator());
        bar.add(dropDown("export", "timeline.export", this::exports));
    }

    private void fill(IMenuManager menu) {
        groupings(menu);
        menu.add(new Separator());
        menu.add(folding());
        menu.add(switching("timeline.onlySeen", () -> moves.choice().onlySeen(), on -> moves.choose(choice -> choice.onlySeen(on))));
        menu.add(switching("timeline.refreshes", () -> moves.choice().filter().allKinds(),
                on -> moves.choose(choice -> choice.withAllKinds(on))));
        menu.add(new Separator());
        menu.add(switching("timeline.coincidences", () -> moves.choice().coincidences(),
                on -> moves.choose(choice -> choice.showing(on, choice.legend()))));
        menu.add(switching("timeline.legend", () -> moves.choice().legend(),
                on -> moves.choose(choice -> choice.showing(choice.coincidences(), on))));
        menu.add(new Separator());
        menu.add(action(Glyphs.descriptor("clock"), "timeline.goTo", moves::goToTime));
        menu.add(new Separator());
        exports(menu);
        menu.addMenuListener(manager -> {
            for (var item : manager.getItems()) {
                if (item instanceof ActionContributionItem contribution && contribution.getAction() instanceof Switch shown) {
                    shown.setChecked(shown.state.getAsBoolean());
                }
            }
        });
    }

    private void groupings(IContributionManager menu) {
        for (AttemptGrouping grouping : AttemptGrouping.values()) {
            menu.add(new Switch(TEXTS.get("grouping." + grouping.name().toLowerCase(Locale.ROOT)), IAction.AS_RADIO_BUTTON,
                    () -> moves.choice().grouping() == grouping, on -> {
                        if (on) {
                            moves.choose(choice -> choice.with(grouping));
                        }
                    }));
        }
    }

    private void exports(IContributionManager menu) {
        for (TimelineSheet.Format format : TimelineSheet.Format.values()) {
            menu.add(new Action(TEXTS.get("timeline.exportAs", "format", format.name())) {
                @Override
                public void run() {
                    moves.export(format);
                }
            });
        }
    }

    private Action folding() {
        Switch fold = switching("timeline.fold", () -> moves.choice().folds(), on -> moves.choose(choice -> choice.folding(on)));
        fold.setImageDescriptor(own("fold"));
        return fold;
    }

    private static Switch switching(String key, BooleanSupplier state, Consumer<Boolean> change) {
        return new Switch(TEXTS.get(key), IAction.AS_CHECK_BOX, state, change);
    }

    /** An action that is on or off. */
    private static final class Switch extends Action {

        private final BooleanSupplier state;
        private final Consumer<Boolean> change;

        Switch(String text, int style, BooleanSupplier state, Consumer<Boolean> change) {
            super(text, style);
            this.state = state;
            this.change = change;
            setChecked(state.getAsBoolean());
        }

        @Override
        public void run() {
            change.accept(isChecked());
        }
    }

    private static Action action(ImageDescriptor image, String key, Runnable task) {
        Action action = new Action(TEXTS.get(key)) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setImageDescriptor(image);
        return action;
    }

    private static Action dropDown(String glyph, String key, Consumer<IContributionManager> items) {
        Action action = new Action(TEXTS.get(key), IAction.AS_DROP_DOWN_MENU) {
            @Override
            public void runWithEvent(Event event) {
                if (event.widget instanceof ToolItem item) {
                    Menu menu = getMenuCreator().getMenu(item.getParent());
                    var bounds = item.getBounds();
                    menu.setLocation(item.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
                    menu.setVisible(true);
                }
            }
        };
        action.setImageDescriptor(own(glyph));
        action.setMenuCreator(new DropDown(items));
        return action;
    }

    /** A menu that is made anew each time it opens. */
    private static final class DropDown implements IMenuCreator {

        private final Consumer<IContributionManager> items;
        private @Nullable MenuManager manager;

        DropDown(Consumer<IContributionManager> items) {
            this.items = items;
        }

        @Override
        public Menu getMenu(Control parent) {
            dispose();
            MenuManager made = new MenuManager();
            items.accept(made);
            manager = made;
            return made.createContextMenu(parent);
        }

        @Override
        public Menu getMenu(Menu parent) {
            throw new UnsupportedOperationException("it stands in a toolbar alone");
        }

        @Override
        public void dispose() {
            if (manager != null) {
                manager.dispose();
                manager = null;
            }
        }
    }

    private static ImageDescriptor own(String name) {
        URL url = TimelineTools.class.getResource("/icons/" + name + ".svg");
        return url == null ? ImageDescriptor.getMissingImageDescriptor() : ImageDescriptor.createFromURL(url);
    }
}

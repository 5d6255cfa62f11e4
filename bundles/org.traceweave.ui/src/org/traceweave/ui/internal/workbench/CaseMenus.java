package org.traceweave.ui.internal.workbench;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;

/** The menus of the window: File with all that is done with cases, Window for views and settings, Help. */
final class CaseMenus extends ActionBarAdvisor {

    private static final Texts TEXTS = new Texts(CaseMenus.class);
    private static final String COMMAND = "org.traceweave.ui.";

    CaseMenus(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        List.of(ActionFactory.QUIT, ActionFactory.ABOUT, ActionFactory.PREFERENCES, ActionFactory.RESET_PERSPECTIVE)
                .forEach(factory -> register(factory.create(window)));
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
        MenuManager file = new MenuManager(TEXTS.get("menu.file"), IWorkbenchActionConstants.M_FILE);
        List.of("newCase", "openCase").forEach(command -> file.add(command(window, command)));
        MenuManager recent = new MenuManager(TEXTS.get("menu.recent"), "recent");
        recent.add(new RecentItems(window));
        file.add(recent);
        file.add(command(window, "openSample"));
        file.add(new Separator());
        List.of("importFiles", "importFolder", "cancelImport").forEach(command -> file.add(command(window, command)));
        file.add(new Separator());
        List.of("saveCaseAs", "closeCase").forEach(command -> file.add(command(window, command)));
        file.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        file.add(new Separator());
        file.add(getAction(ActionFactory.QUIT.getId()));
        bar.add(file);

        MenuManager edit = new MenuManager(TEXTS.get("menu.edit"), IWorkbenchActionConstants.M_EDIT);
        edit.add(command(window, "find"));
        bar.add(edit);

        MenuManager view = new MenuManager(TEXTS.get("menu.window"), IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager(TEXTS.get("menu.views"), "views");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        view.add(views);
        view.add(command(window, "toggleUtc"));
        view.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        view.add(getAction(ActionFactory.RESET_PERSPECTIVE.getId()));
        view.add(getAction(ActionFactory.PREFERENCES.getId()));
        bar.add(view);

        MenuManager help = new MenuManager(TEXTS.get("menu.help"), IWorkbenchActionConstants.M_HELP);
        help.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(getAction(ActionFactory.ABOUT.getId()));
        bar.add(help);
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
        ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        List.of("openCase", "importFiles", "importFolder", "saveCaseAs").forEach(command -> tools.add(command(window, command)));
        tools.add(new Separator());
        tools.add(command(window, "openSample"));
        bar.add(new ToolBarContributionItem(tools, "org.traceweave.ui.tools"));
        ToolBarManager zone = new ToolBarManager(SWT.FLAT);
        TimeZoneSwitch.of(CaseSession.of(window)).forEach(zone::add);
        bar.add(new ToolBarContributionItem(zone, "org.traceweave.ui.zone"));
    }

    private static CommandContributionItem command(IWorkbenchWindow window, String name) {
        return new CommandContributionItem(
                new CommandContributionItemParameter(window, COMMAND + name + ".item", COMMAND + name, CommandContributionItem.STYLE_PUSH));
    }

    /** The cases opened last. */
    private static final class RecentItems extends ContributionItem {

        private final IWorkbenchWindow window;

        RecentItems(IWorkbenchWindow window) {
            this.window = window;
        }

        @Override
        public boolean isDynamic() {
            return true;
        }

        @Override
        public void fill(Menu menu, int index) {
            CaseSession session = CaseSession.of(window);
            List<Path> folders = session.recent().folders();
            if (folders.isEmpty()) {
                MenuItem none = new MenuItem(menu, SWT.PUSH);
                none.setText(TEXTS.get("menu.noRecent"));
                none.setEnabled(false);
            }
            for (Path folder : folders) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(folder.toString());
                item.addListener(SWT.Selection,
                        event -> CaseClosing.thenDo(session, window.getShell(), () -> session.openFolder(folder, List.of())));
            }
        }
    }
}

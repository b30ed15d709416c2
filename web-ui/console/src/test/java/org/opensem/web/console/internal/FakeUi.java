package org.opensem.web.console.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page without a browser and a session: it notes what would be sent. */
class FakeUi extends UI {
    private static final long serialVersionUID = 1;

    final transient List<String> scripts = new CopyOnWriteArrayList<>();
    final transient List<String> titles = new ArrayList<>();

    @Override
    public Page getPage() {
        return new Page(this) {
            @Override
            public PendingJavaScriptResult executeJs(String expression, Object... parameters) {
                scripts.add(expression + " " + Arrays.asList(parameters));
                return null;
            }

            @Override
            public void setTitle(String title) {
                titles.add(title);
            }
        };
    }
}

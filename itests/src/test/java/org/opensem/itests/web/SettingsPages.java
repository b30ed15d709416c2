package org.opensem.itests.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.opensem.itests.Browser;

/** Short words for what people do with a form of the settings. */
abstract class SettingsPages extends ConsolePages {

    SettingsPages(MeasuredHouse house, Browser browser) {
        super(house, browser);
    }

    static Locator field(Page page, String panel, String label) {
        return page.locator(panel).getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).first();
    }

    static void type(Page page, Locator field, String text) {
        field.fill(text);
        page.keyboard().press("Tab");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void press(Page page, String name) {
        button(page, name).click();
    }

    static Locator bar(Page page) {
        return page.locator(".savebar");
    }

    static void save(Page page) {
        press(page, "Speichern");
        assertThat(bar(page)).containsText("Gespeichert.");
    }

    static Locator entry(Page page, String section) {
        return page.locator(".list a[href*='section=" + section + "']");
    }

    static void open(Page page, String section) {
        entry(page, section).click();
    }
}

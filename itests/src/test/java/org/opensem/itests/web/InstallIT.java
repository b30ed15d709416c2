package org.opensem.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opensem.itests.Browser;
import org.opensem.itests.Distribution;
import org.opensem.itests.SharedDistribution;

/** The console can be installed like an app (issue 4): Chromium itself says what is missing. */
@ExtendWith(SharedDistribution.class)
class InstallIT {

    @Test
    void nothingKeepsTheConsoleFromBeingInstalled(Browser browser, Distribution opensem) {
        Page page = browser.newPage();
        page.navigate(opensem.url() + "/home");
        page.locator("[data-sem-chart][data-drawn]").first().waitFor();
        CDPSession chromium = page.context().newCDPSession(page);

        JsonObject manifest = chromium.send("Page.getAppManifest");
        List<String> missing = chromium.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors").asList()
                .stream().map(error -> error.getAsJsonObject().get("errorId").getAsString())
                // A test's page has a profile of its own, like a private window.
                .filter(id -> !id.equals("in-incognito")).toList();

        assertThat(manifest.get("url").getAsString()).endsWith("/console/manifest.webmanifest");
        assertThat(manifest.getAsJsonArray("errors")).isEmpty();
        assertThat(missing).isEmpty();
        page.context().close();
    }
}

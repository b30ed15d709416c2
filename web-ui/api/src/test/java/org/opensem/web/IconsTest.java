package org.opensem.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class IconsTest {

    @Test
    void everyIconIsWellFormedAndHiddenFromScreenReaders() throws Exception {
        for (String name : Icons.names()) {
            var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Icons.svg(name)))).getDocumentElement();
            assertThat(svg.getTagName()).as(name).isEqualTo("svg");
            assertThat(svg.getAttribute("viewBox")).as(name).isEqualTo("0 0 24 24");
            assertThat(svg.getAttribute("aria-hidden")).as(name).isEqualTo("true");
            assertThat(svg.getChildNodes().getLength()).as(name).isPositive();
        }
    }

    /** A plug-in may name an icon that this version does not have (X4). */
    @Test
    void anUnknownIconIsAPlug() {
        assertThat(Icons.svg("no such icon")).isEqualTo(Icons.svg("plug"));
    }
}

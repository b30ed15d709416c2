package org.opensem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A table on the screen and the same as JSON in {@code target/bench}. */
final class Table {
    private final String name;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(String name, String... columns) {
        this.name = name;
        this.columns = List.of(columns);
    }

    Table row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(Path folder) throws IOException {
        StringBuilder out = new StringBuilder("\n## " + name + "\n| " + String.join(" | ", columns) + " |\n|"
                + " --- |".repeat(columns.size()) + "\n");
        List<Map<String, Object>> json = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            out.append('|');
            for (int i = 0; i < row.size(); i++) {
                out.append(' ').append(text(row.get(i))).append(" |");
                object.put(columns.get(i), row.get(i));
            }
            out.append('\n');
            json.add(object);
        }
        System.out.print(out);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name.toLowerCase().replaceAll("[^a-z0-9]+", "-") + ".json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    private static String text(Object cell) {
        return cell instanceof Double d ? (Math.abs(d) >= 100 ? String.format("%.0f", d) : String.format("%.3g", d))
                : String.valueOf(cell);
    }
}

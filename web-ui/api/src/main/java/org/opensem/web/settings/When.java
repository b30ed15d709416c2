package org.opensem.web.settings;

import java.time.ZonedDateTime;
import java.util.Set;
import org.opensem.language.Translations;
import org.opensem.settings.Revision;
import org.opensem.web.ViewContext;

/** Says when a revision was made and by whom. */
record When(ViewContext context, Translations texts) {
    private static final Set<String> ORIGINS = Set.of("default", "console", "rest", "shell", "import", "file", "restore");

    String of(Revision revision) {
        return texts.get("when", time(revision), origin(revision));
    }

    String time(Revision revision) {
        ZonedDateTime time = revision.time().atZone(context.zone());
        return context.formats().dates().date(time.toLocalDate()) + ", " + context.formats().dates().time(time.toLocalTime());
    }

    String origin(Revision revision) {
        return ORIGINS.contains(revision.origin()) ? texts.get("origin." + revision.origin()) : revision.origin();
    }
}

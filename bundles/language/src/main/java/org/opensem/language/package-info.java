/** What people read, by their language: texts, figures, dates. German, US and British English. */
@Export
@Version("1.1.0")
package org.opensem.language;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

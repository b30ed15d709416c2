/** What is put together for people: the overview table, and reports that a format writes as a file. */
@Export
@Version("1.0.0")
package org.opensem.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Settings in groups: read, checked as a whole, kept with their history over Configuration Admin. */
@Export
@Version("1.1.0")
package org.opensem.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

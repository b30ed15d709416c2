/** The one clock and the one zone that everything takes its time from (T1, T3), who sets it, and what it corrected (T6). */
@Export
@Version("1.1.0")
package org.opensem.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

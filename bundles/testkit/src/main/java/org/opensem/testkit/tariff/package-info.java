/** What every tariff is tested with. */
@Export
@Version("1.0.0")
package org.opensem.testkit.tariff;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What every group of settings is tested with, and settings for the tests of those who use them. */
@Export
@Version("1.0.0")
package org.opensem.testkit.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

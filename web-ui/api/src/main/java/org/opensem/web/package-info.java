/** How a bundle adds a view to the console. The only API that knows Vaadin. */
@Export
@Version("1.2.0")
package org.opensem.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

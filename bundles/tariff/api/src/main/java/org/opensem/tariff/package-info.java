/** What energy costs: tariffs, the cost of periods, the budget of the instalments. Money is {@link java.math.BigDecimal}. */
@Export
@Version("1.1.0")
package org.opensem.tariff;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Who may do what (E6): the owner's password, sessions of browsers, tokens of programs, and how far openSEM can be reached.
 */
@Export
@Version("1.0.0")
package org.opensem.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** An example plug-in: what one jar can add to openSEM. */
package org.opensem.examples.standby;

package org.wirebench.core.net.tls;

import java.nio.charset.StandardCharsets;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;

/**
 * The name that a client asks a server for (RFC 6066 section 3). Unlike the platform's own class it
 * takes names with an underscore, as container networks have them.
 */
final class RequestedName extends SNIServerName {
  RequestedName(String ascii) {
    super(StandardConstants.SNI_HOST_NAME, ascii.getBytes(StandardCharsets.US_ASCII));
  }
}

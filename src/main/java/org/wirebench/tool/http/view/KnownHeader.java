package org.wirebench.tool.http.view;

import java.util.Arrays;
import java.util.Optional;
import org.wirebench.core.text.Messages;

/** Headers that are explained (RFC 9110, RFC 9111, RFC 6265, RFC 6797, the Fetch standard). */
enum KnownHeader {
  ACCEPT("Accept", true),
  ACCEPT_CHARSET("Accept-Charset", false),
  ACCEPT_ENCODING("Accept-Encoding", true),
  ACCEPT_LANGUAGE("Accept-Language", true),
  ACCEPT_RANGES("Accept-Ranges", false),
  ACCESS_CONTROL_ALLOW_CREDENTIALS("Access-Control-Allow-Credentials", false),
  ACCESS_CONTROL_ALLOW_HEADERS("Access-Control-Allow-Headers", false),
  ACCESS_CONTROL_ALLOW_METHODS("Access-Control-Allow-Methods", false),
  ACCESS_CONTROL_ALLOW_ORIGIN("Access-Control-Allow-Origin", false),
  ACCESS_CONTROL_EXPOSE_HEADERS("Access-Control-Expose-Headers", false),
  ACCESS_CONTROL_MAX_AGE("Access-Control-Max-Age", false),
  AGE("Age", false),
  ALLOW("Allow", false),
  ALT_SVC("Alt-Svc", false),
  AUTHORIZATION("Authorization", true),
  CACHE_CONTROL("Cache-Control", true),
  CONNECTION("Connection", true),
  CONTENT_DISPOSITION("Content-Disposition", false),
  CONTENT_ENCODING("Content-Encoding", true),
  CONTENT_LANGUAGE("Content-Language", true),
  CONTENT_LENGTH("Content-Length", false),
  CONTENT_LOCATION("Content-Location", false),
  CONTENT_RANGE("Content-Range", false),
  CONTENT_SECURITY_POLICY("Content-Security-Policy", false),
  CONTENT_TYPE("Content-Type", true),
  COOKIE("Cookie", true),
  DATE("Date", false),
  ETAG("ETag", false),
  EXPECT("Expect", true),
  EXPIRES("Expires", false),
  FORWARDED("Forwarded", true),
  HOST("Host", true),
  IF_MATCH("If-Match", true),
  IF_MODIFIED_SINCE("If-Modified-Since", true),
  IF_NONE_MATCH("If-None-Match", true),
  IF_RANGE("If-Range", true),
  IF_UNMODIFIED_SINCE("If-Unmodified-Since", true),
  KEEP_ALIVE("Keep-Alive", false),
  LAST_MODIFIED("Last-Modified", false),
  LINK("Link", false),
  LOCATION("Location", false),
  ORIGIN("Origin", true),
  PRAGMA("Pragma", false),
  PREFER("Prefer", true),
  PRIORITY("Priority", true),
  RANGE("Range", true),
  REFERER("Referer", true),
  REFERRER_POLICY("Referrer-Policy", false),
  RETRY_AFTER("Retry-After", false),
  SERVER("Server", false),
  SERVER_TIMING("Server-Timing", false),
  SET_COOKIE("Set-Cookie", false),
  STRICT_TRANSPORT_SECURITY("Strict-Transport-Security", false),
  TE("TE", true),
  TRAILER("Trailer", false),
  TRANSFER_ENCODING("Transfer-Encoding", false),
  UPGRADE("Upgrade", true),
  USER_AGENT("User-Agent", true),
  VARY("Vary", false),
  VIA("Via", false),
  WWW_AUTHENTICATE("WWW-Authenticate", false),
  X_CONTENT_TYPE_OPTIONS("X-Content-Type-Options", false),
  X_FORWARDED_FOR("X-Forwarded-For", true),
  X_FRAME_OPTIONS("X-Frame-Options", false),
  X_REQUEST_ID("X-Request-ID", true);

  private static final Messages TEXT = Messages.of(KnownHeader.class);

  private final String fieldName;
  private final boolean asked;

  /**
   * @param asked whether a request may have it
   */
  KnownHeader(String fieldName, boolean asked) {
    this.fieldName = fieldName;
    this.asked = asked;
  }

  /** As it is written most often. */
  String fieldName() {
    return fieldName;
  }

  /** Whether a request may have it. */
  boolean isAsked() {
    return asked;
  }

  /** Whether an answer may say it, and it does not follow from the body. */
  boolean isAnswered() {
    return switch (this) {
      case CACHE_CONTROL, CONNECTION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE -> true;
      case ACCEPT_CHARSET, CONTENT_LENGTH, KEEP_ALIVE, TRAILER, TRANSFER_ENCODING -> false;
      default -> !asked;
    };
  }

  /** What it says, in a few words. */
  String meaning() {
    return TEXT.get(this);
  }

  /** The header of that name; letters of either case are the same. */
  static Optional<KnownHeader> named(String name) {
    return Arrays.stream(values()).filter(one -> one.fieldName.equalsIgnoreCase(name)).findFirst();
  }
}

package org.wirebench.tool.http.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.lab.HttpLab;
import org.wirebench.tool.http.lab.MockBook;

/** The web servers of the lab, for the tool's own client. */
public final class TestHttpLab implements AutoCloseable, AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestJobs jobs = new TestJobs();
  private final Identity identity;
  private final Lab lab;

  public TestHttpLab() {
    this(Authority.create("Test lab").localServer());
  }

  /**
   * @param identity what the server with TLS shows
   */
  public TestHttpLab(Identity identity) {
    this.identity = identity;
    this.lab = new Lab(jobs.jobs(), new HttpLab(() -> identity, new MockBook()).servers());
  }

  private String start(String id) {
    lab.start(id);
    await().atMost(PATIENCE).until(() -> lab.status(id).state() == Lab.State.RUNNING);
    return lab.status(id).address().orElseThrow();
  }

  /** The address of a path of the server without TLS. */
  public String plain(String path) {
    return "http://" + start("http.http") + path;
  }

  /** The address of a path of the server with TLS. */
  public String secure(String path) {
    return "https://" + start("http.https") + path;
  }

  /** The field of a request that trusts the server with TLS. */
  public String trust() {
    return "tls: {trust: pinned, sha256: " + Certificates.sha256(identity.chain().getFirst()) + "}";
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    lab.close();
    jobs.close();
  }
}

package org.wirebench.core.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Task;
import org.wirebench.core.net.Multicast.Group;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** A process of its own on a machine that speaks no IPv6. Prints what it can do there. */
final class NetworkWithoutIpv6 {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress SIX = InetAddress.ofLiteral("::1");

  private final TestJobs jobs;
  private final Network network;

  private NetworkWithoutIpv6(TestJobs jobs, Network network) {
    this.jobs = jobs;
    this.network = network;
  }

  public static void main(String[] arguments) throws Exception {
    try (TestJobs jobs = new TestJobs();
        TestNetwork network = new TestNetwork(FakeResolver.of("two.test", "::1", "127.0.0.1"))) {
      NetworkWithoutIpv6 here = new NetworkWithoutIpv6(jobs, network.network());
      here.works();
      here.cannotWork();
    }
  }

  private void works() throws Exception {
    print("UDP on all addresses", this::hears);
    print("TCP on all addresses", this::serves);
  }

  private String hears(JobContext context) throws IOException, InterruptedException {
    StringBuilder heard = new StringBuilder();
    for (String all : List.of("0.0.0.0", "::")) {
      DatagramSpec spec =
          DatagramSpec.bound("test", new InetSocketAddress(InetAddress.ofLiteral(all), 0));
      try (DatagramLink server = network.datagram(spec, context);
          DatagramSocket client = new DatagramSocket()) {
        client.send(new DatagramPacket(new byte[1], 1, LOOPBACK, server.local().getPort()));
        heard.append(server.receive().bytes().length);
      }
    }
    DatagramSpec spec = DatagramSpec.bound("test", null);
    try (DatagramLink server = network.datagram(spec, context);
        DatagramSocket client = new DatagramSocket()) {
      client.send(new DatagramPacket(new byte[1], 1, LOOPBACK, server.local().getPort()));
      heard.append(server.receive().bytes().length);
    }
    return heard.toString();
  }

  private String serves(JobContext context) throws IOException, InterruptedException {
    try (Listener server = network.listen(ListenSpec.on("test", null, 0), context)) {
      int port = ((InetSocketAddress) server.address()).getPort();
      ConnectSpec spec = ConnectSpec.to("test", new Endpoint("two.test", port));
      try (Connection client = network.connect(spec, context)) {
        client.out().write("x".getBytes(UTF_8));
        return "reached, the other address first";
      }
    }
  }

  private void cannotWork() throws Exception {
    fail(
        "TCP to IPv6",
        context -> network.connect(ConnectSpec.to("test", new Endpoint("::1", 9)), context));
    fail("TCP on IPv6", context -> network.listen(ListenSpec.on("test", "::1", 0), context));
    fail(
        "TCP on IPv6 alone",
        context -> network.listen(ListenSpec.on("test", null, 0).withFamily(Family.IPV6), context));
    fail(
        "TCP from IPv6",
        context ->
            network.connect(
                ConnectSpec.to("test", new Endpoint("127.0.0.1", 9))
                    .withLocal(new InetSocketAddress(SIX, 0)),
                context));
    fail(
        "UDP to IPv6",
        context -> network.datagram(DatagramSpec.to("test", new Endpoint("::1", 9)), context));
    fail(
        "UDP on IPv6",
        context ->
            network.datagram(DatagramSpec.bound("test", new InetSocketAddress(SIX, 0)), context));
    fail(
        "UDP on IPv6 alone",
        context ->
            network.datagram(DatagramSpec.bound("test", null).withFamily(Family.IPV6), context));
    fail(
        "a group of IPv6",
        context ->
            network.datagram(
                DatagramSpec.bound("test", null)
                    .withMulticast(
                        Multicast.DEFAULT.withGroups(
                            List.of(new Group(InetAddress.ofLiteral("ff02::7"), "")))),
                context));
    fail(
        "a packet to IPv6",
        context -> {
          try (DatagramLink link =
              network.datagram(
                  DatagramSpec.bound("test", new InetSocketAddress(LOOPBACK, 0)), context)) {
            link.send(new byte[1], 0, 1, new InetSocketAddress(SIX, 9));
            return "sent";
          }
        });
  }

  private void print(String what, Task<String> task) throws InterruptedException {
    System.out.println(what + ": " + jobs.run(task));
  }

  private void fail(String what, Task<?> task) throws InterruptedException {
    NetFailure failure = jobs.failure(task);
    System.out.println(what + ": " + failure.kind() + ", " + failure.cause());
  }
}

using System.Collections.Concurrent;
using System.Text;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Monitor.Tests.Survival;

namespace Monitor.Tests.Operating;

/// <summary>What goes out by OTLP where it is configured: every measure that is promised, and nothing of a reader.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests
{
    private const long Reader = 5_123_456_789_012;

    [Fact]
    public async Task Metrics_and_traces_go_out_by_Otlp_and_name_no_reader()
    {
        await using var collector = await FeedServer.StartAsync();
        var bodies = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in (string[])["/v1/metrics", "/v1/traces"])
        {
            collector.Answer(path, async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                bodies.AddOrUpdate(path, body.ToArray(), (_, before) => [.. before, .. body.ToArray()]);
            });
        }

        await using var house = await ServiceHouse.OpenAsync();
        await using (var service = await house.StartInsideAsync(null, null, $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.BaseUrl}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_METRIC_EXPORT_INTERVAL=200"))
        {
            await house.SubscribeAsync(Reader);
            house.Publish(1);
            await house.Telegram.WaitFor(_ => house.AllArrived(1, Reader), ServiceHouse.Patience);
            await house.SettledAsync();
            await service.StopAsync();
        }

        foreach (var measure in (string[])["monitor.items", "monitor.mentions", "monitor.alerts", "monitor.sends", "monitor.delivery.latency", "monitor.outbox.depth", "monitor.outbox.age"])
            Assert.True(Holds(bodies["/v1/metrics"], measure), measure);
        foreach (var span in (string[])["look at source", "read item", "send"]) Assert.True(Holds(bodies["/v1/traces"], span), span);
        foreach (var body in bodies.Values)
        {
            Assert.False(Holds(body, FakeBotApi.Token));
            Assert.False(Holds(body, "5123456789012"));
        }
    }

    private static bool Holds(byte[] body, string text) => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}

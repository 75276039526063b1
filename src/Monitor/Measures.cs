using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Monitor;

/// <summary>What the program counts and traces, for whoever listens (<c>Operating/Telemetry</c>). Sources are named; chats, names and words never are.</summary>
public static class Measures
{
    public const string Name = "Monitor";

    public static readonly ActivitySource Traces = new(Name);
    public static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Items = Meter.CreateCounter<long>("monitor.items", "{item}", "New items stored, by source");
    public static readonly Counter<long> SourceFailures = Meter.CreateCounter<long>("monitor.source.failures", "{look}", "Looks at a source that failed, by source");
    public static readonly Counter<long> Mentions = Meter.CreateCounter<long>("monitor.mentions", "{mention}", "Subjects named in the items read");
    public static readonly Counter<long> Alerts = Meter.CreateCounter<long>("monitor.alerts", "{alert}", "Alerts given to their audience, by type");
    public static readonly Counter<long> Sends = Meter.CreateCounter<long>("monitor.sends", "{send}", "Attempts to send, by outcome");
    public static readonly Counter<long> ToldToWait = Meter.CreateCounter<long>("monitor.telegram.told_to_wait", "{answer}", "429 answers to what was sent");
    public static readonly Histogram<double> Latency = Meter.CreateHistogram<double>("monitor.delivery.latency", "s", "From the change found to its message sent");

    public static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}

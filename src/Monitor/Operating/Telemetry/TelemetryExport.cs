using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Monitor.Operating.Telemetry;

/// <summary>
/// Sends metrics and traces by OTLP where OpenTelemetry's own variables say so (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the others); without
/// them nothing of it is loaded.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration, OutboxGauges outbox) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint])) return;
        services.AddSingleton<OutboxGauges>().AddHostedService<TelemetryExport>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.Register();
        var service = ResourceBuilder.CreateDefault().AddService("monitor");
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(s => s.AddSingleton(configuration)).SetResourceBuilder(service).AddMeter(Measures.Name).AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(s => s.AddSingleton(configuration)).SetResourceBuilder(service).AddSource(Measures.Name).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>What was counted last goes out too.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }
}

using Microsoft.Playwright;

namespace Monitor.Tests.Support;

/// <summary>
/// Debian's chromium, started once for all tests that browse. They skip visibly where it is not installed, except where
/// MONITOR_BROWSER=required says that it must be.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Program) || Environment.GetEnvironmentVariable("MONITOR_BROWSER") == "required";

    public async Task InitializeAsync()
    {
        if (!IsThere) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public async Task<IBrowserContext> OpenAsync(int width, ColorScheme scheme)
    {
        Skip.If(_browser is null, $"{Program} is not installed");
        return await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, Locale = "en-GB" });
    }
}

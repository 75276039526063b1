using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Monitor.Tests.Support;

namespace Monitor.Tests.Web;

/// <summary>The pages as a browser shows them: on a phone and a desk, light and dark, by keyboard, on paper; held against axe's rules of accessibility.</summary>
public sealed class BrowsingTests(HostileSite site, Browser browser) : IClassFixture<HostileSite>, IClassFixture<Browser>
{
    private static readonly string[] Pages =
    [
        "/?lang=en", "/?lang=be&q=калес", "/?lang=ru&q=Пупкина", "/people?lang=be", "/people?lang=en&status=free", "/sanctions?lang=ru", "/changes?lang=en", "/corrections?lang=be", "/people/stefanovich?lang=be",
        "/people/bialiatski?lang=ru", "/sanctions/us-potash?lang=en", "/changes/" + HostileSite.Slug + "?lang=ru", "/changes/kalesnikava-released-2025-12-13?lang=en", "/sources?lang=be", "/about?lang=en", "/nowhere?lang=ru",
    ];

    [SkippableTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_page_is_whole_quiet_and_accessible_in_light_and_dark(int width)
    {
        await using var context = await browser.OpenAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) => Note(problems, message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal), $"console: {message.Text}");
        page.PageError += (_, error) => problems.Add($"error: {error}");
        page.Request += (_, request) => Note(problems, new Uri(request.Url).Authority != site.App.Client.BaseAddress!.Authority, $"a request to {request.Url}");

        foreach (var path in Pages)
        {
            await page.GotoAsync(new Uri(site.App.Client.BaseAddress!, path).AbsoluteUri);
            var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Note(problems, tooWide > 0, $"{path}: {tooWide} px wider than the window");
            problems.AddRange(Serious(await page.RunAxe(), $"{path}, light"));
            await ShootAsync(page, path, $"{width}-light");

            // Nothing but the colours differs in the dark.
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            problems.AddRange(Serious(await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") }), $"{path}, dark"));
            await ShootAsync(page, path, $"{width}-dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        Assert.Empty(problems);
    }

    [SkippableTheory]
    [InlineData("Колесникова")]
    [InlineData("kalesnikawa")]
    [InlineData("Maria K")]
    public async Task The_search_of_the_home_page_finds_Kalesnikava(string question)
    {
        await using var context = await browser.OpenAsync(360, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.App.Client.BaseAddress!.AbsoluteUri);
        await page.FillAsync("#q", question);
        await page.PressAsync("#q", "Enter");
        await page.ClickAsync("main a:has-text('Maria Kalesnikava')");

        Assert.EndsWith("/people/kalesnikava", page.Url, StringComparison.Ordinal);
        Assert.Contains("free, since 13 December 2025", await page.InnerTextAsync(".status"), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task The_keyboard_alone_leads_past_the_navigation_and_to_the_evidence()
    {
        await using var context = await browser.OpenAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.App.Client.BaseAddress!, "/people/kalesnikava?lang=en").AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#content", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.FocusAsync("summary >> nth=0");
        await page.Keyboard.PressAsync("Space");
        Assert.True(await page.IsVisibleAsync(".timeline .items >> nth=0"));
    }

    [SkippableFact]
    public async Task On_paper_stands_the_evidence_without_the_navigation()
    {
        await using var context = await browser.OpenAsync(1280, ColorScheme.Dark);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.App.Client.BaseAddress!, "/people/kalesnikava?lang=en").AbsoluteUri);
        Assert.False(await page.IsVisibleAsync(".timeline .items >> nth=0"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await page.IsVisibleAsync(".timeline .items >> nth=0"));
        Assert.False(await page.IsVisibleAsync(".top nav"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
    }

    private static IEnumerable<string> Serious(AxeResult axe, string where) =>
        axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{where}: {v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(2).Select(n => n.Html))}");

    private static void Note(List<string> problems, bool isOne, string problem)
    {
        if (isOne) problems.Add(problem);
    }

    /// <summary>For eyes: MONITOR_SCREENSHOTS names a folder.</summary>
    private static async Task ShootAsync(IPage page, string path, string name)
    {
        if (Environment.GetEnvironmentVariable("MONITOR_SCREENSHOTS") is not { Length: > 0 } folder) return;
        var file = string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{file}-{name}.png"), FullPage = true });
    }
}

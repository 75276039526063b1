using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Web.Pages;

namespace Monitor.Web;

/// <summary>The pages and their addresses (CONTRACT, "Addresses"). Rendered on the server, without scripts, for GET and HEAD only.</summary>
public static class PageSetup
{
    private const int LatestOnHome = 15;
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string ADay = "public, max-age=86400";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // The framework writes each address asked for, questions included, to the log: who reads what is nobody's business, ours neither.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.TryAddSingleton<SiteAddress>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton<AlertNow>();
        services.TryAddSingleton<PageReading>();
        services.TryAddSingleton<PageAnswer>();
        return services;
    }

    /// <summary>Before every endpoint of this program: what holds for pages holds for feeds, health and errors too.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) => app.UseMiddleware<ReaderRules>();

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/", ReaderRules.Methods, HomeAsync);
        endpoints.MapMethods("/people/{id}", ReaderRules.Methods, SubjectAsync<Person>);
        endpoints.MapMethods("/sanctions/{id}", ReaderRules.Methods, SubjectAsync<Sanction>);
        endpoints.MapMethods("/changes/{slug}", ReaderRules.Methods, ChangeAsync);
        endpoints.MapMethods("/sources", ReaderRules.Methods, SourcesAsync);
        endpoints.MapMethods("/about", ReaderRules.Methods, (HttpContext http, PageAnswer page) => page.AnswerAsync<AboutPage>(http, page.ViewOf(http.Request), []));
        endpoints.MapMethods(Stylesheet.Path, ReaderRules.Methods, (HttpContext http) => Stylesheet.Sheet.For(http, ForEver));
        endpoints.MapMethods("/icon.svg", ReaderRules.Methods, (HttpContext http) => Stylesheet.Icon.For(http, ADay));
        endpoints.MapMethods("{*path}", ReaderRules.Methods, (HttpContext http, PageAnswer page) => MissingAsync(http, page)).WithOrder(int.MaxValue);
        return endpoints;
    }

    private static async Task<IResult> HomeAsync(HttpContext http, PageAnswer page, [FromServices] StoryReading story, [FromServices] AlertNow alerts)
    {
        var latest = await story.LatestAsync(subject: null, LatestOnHome, http.RequestAborted);
        return await page.AnswerAsync<HomePage>(http, page.ViewOf(http.Request), new()
        {
            [nameof(HomePage.Lines)] = await story.AllAsync(http.RequestAborted),
            [nameof(HomePage.Latest)] = await WordedChange.OfAsync(latest, alerts, http.RequestAborted),
        });
    }

    private static async Task<IResult> SubjectAsync<T>(string id, HttpContext http, PageAnswer page, [FromServices] StoryReading story) where T : Subject
    {
        if (await story.SubjectAsync(id, http.RequestAborted) is not { Subject: T } standing) return await MissingAsync(http, page);
        var services = http.RequestServices;
        return await page.AnswerAsync<SubjectPage>(http, page.ViewOf(http.Request), new()
        {
            [nameof(SubjectPage.Standing)] = standing,
            [nameof(SubjectPage.Timeline)] = await WordedChange.OfAsync(standing.Changes, services.GetRequiredService<AlertNow>(), http.RequestAborted),
            [nameof(SubjectPage.Articles)] = await services.GetRequiredService<PageReading>().ArticlesAsync(standing.Subject, http.RequestAborted),
        });
    }

    private static async Task<IResult> ChangeAsync(string slug, HttpContext http, PageAnswer page, [FromServices] StoryReading story)
    {
        if (await story.ChangeAsync(slug, http.RequestAborted) is not { } told) return await MissingAsync(http, page);
        var view = page.ViewOf(http.Request);
        if (told.Row.Slug != slug) return TypedResults.Redirect(view.To("/changes/" + Uri.EscapeDataString(told.Row.Slug)), permanent: true);
        return await page.AnswerAsync<ChangePage>(http, view, new()
        {
            [nameof(ChangePage.Worded)] = (await WordedChange.OfAsync([told], http.RequestServices.GetRequiredService<AlertNow>(), http.RequestAborted))[0],
            [nameof(ChangePage.Subject)] = http.RequestServices.GetRequiredService<WatchlistInUse>().Find(told.Row.SubjectId),
        });
    }

    private static async Task<IResult> SourcesAsync(HttpContext http, PageAnswer page, [FromServices] PageReading reading) =>
        await page.AnswerAsync<SourcesPage>(http, page.ViewOf(http.Request), new() { [nameof(SourcesPage.Sources)] = await reading.SourcesAsync(http.RequestAborted) });

    private static Task<IResult> MissingAsync(HttpContext http, PageAnswer page) =>
        page.AnswerAsync<MissingPage>(http, page.ViewOf(http.Request), [], StatusCodes.Status404NotFound);
}

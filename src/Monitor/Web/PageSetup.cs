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
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.TryAddSingleton<SiteAddress>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton<AlertNow>();
        services.TryAddSingleton<PageReading>();
        services.TryAddSingleton<PageAnswer>();
        return services;
    }

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        var readers = endpoints.MapReaders();
        readers.MapMethods("/", ReaderRules.Methods, HomeAsync);
        readers.MapMethods("/people/{id}", ReaderRules.Methods, SubjectAsync<Person>);
        readers.MapMethods("/sanctions/{id}", ReaderRules.Methods, SubjectAsync<Sanction>);
        readers.MapMethods("/changes/{slug}", ReaderRules.Methods, ChangeAsync);
        readers.MapMethods("/sources", ReaderRules.Methods, SourcesAsync);
        readers.MapMethods("/about", ReaderRules.Methods, (HttpContext http, PageAnswer page) => page.AnswerAsync<AboutPage>(http, page.ViewOf(http.Request), []));
        readers.MapMethods(Stylesheet.Path, ReaderRules.Methods, (HttpContext http) => Stylesheet.Sheet.For(http, ForEver));
        readers.MapMethods("/icon.svg", ReaderRules.Methods, (HttpContext http) => Stylesheet.Icon.For(http, ADay));
        readers.MapMethods("{*path}", ReaderRules.Methods, (HttpContext http, PageAnswer page) => MissingAsync(http, page)).WithOrder(int.MaxValue);
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

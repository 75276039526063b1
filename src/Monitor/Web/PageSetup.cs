using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Web.Data;
using Monitor.Web.Pages;

namespace Monitor.Web;

/// <summary>The pages and their addresses (CONTRACT, "Addresses"). Rendered on the server, without scripts, for GET and HEAD only.</summary>
public static class PageSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // The framework writes each address asked for, questions included, to the log: who reads what is nobody's business, ours neither.
        // Without its diagnostics it does not even keep a trace of each request while it is answered.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddWebEncoders(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.TryAddSingleton<SiteAddress>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton<AlertNow>();
        services.TryAddSingleton<StoreVersion>();
        services.TryAddSingleton<BotName>();
        services.TryAddSingleton<OverviewNow>();
        services.TryAddSingleton<AnswerCache>();
        services.TryAddSingleton<WorkLimit>();
        services.AddSingleton<PageReading>().AddSingleton<PageContent>().AddSingleton<PageAnswer>().AddData();
        return services;
    }

    /// <summary>Before every endpoint of this program: what holds for pages holds for feeds, health and errors too.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app) => app.UseMiddleware<ReaderRules>();

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        Page<HomePage>("/", (content, view, _) => content.HomeAsync(view));
        Page<PeoplePage>("/people", (content, view, _) => content.PeopleAsync(view));
        Page<SanctionsPage>("/sanctions", (content, _, _) => content.SanctionsAsync());
        Page<ChangesPage>("/changes", (content, view, _) => content.ChangesAsync(EntriesOf.All, view));
        Page<ChangesPage>("/corrections", (content, view, _) => content.ChangesAsync(EntriesOf.Corrections, view));
        Page<SubjectPage>("/people/{id}", (content, _, id) => content.SubjectAsync<Person>(id));
        Page<SubjectPage>("/sanctions/{id}", (content, _, id) => content.SubjectAsync<Sanction>(id));
        Page<SourcesPage>("/sources", (content, _, _) => content.SourcesAsync());
        Page<AboutPage>("/about", (_, _, _) => Task.FromResult<Dictionary<string, object?>?>([]));
        endpoints.MapMethods("/changes/{id}", ReaderRules.Methods, ChangeAsync);
        endpoints.MapMethods(Stylesheet.Path, ReaderRules.Methods, () => Stylesheet.Sheet);
        endpoints.MapMethods("/icon.svg", ReaderRules.Methods, () => Stylesheet.Icon);
        endpoints.MapData();
        endpoints.MapMethods("{*path}", ReaderRules.Methods, (HttpContext http, PageAnswer answer) => answer.MissingAsync(http)).WithOrder(int.MaxValue);
        return endpoints;

        void Page<T>(string path, Func<PageContent, PageView, string, Task<Dictionary<string, object?>?>> read) where T : PagePart =>
            endpoints.MapMethods(path, ReaderRules.Methods, (HttpContext http, PageAnswer answer, PageContent content) =>
                answer.AnswerAsync<T>(http, view => read(content, view, (string?)http.Request.RouteValues["id"] ?? "")));
    }

    /// <summary>A change that was merged into another leads there.</summary>
    private static async Task<IResult> ChangeAsync(string id, HttpContext http, PageAnswer answer, PageContent content)
    {
        if (await content.MovedToAsync(id, http.RequestAborted) is { } slug) return TypedResults.Redirect(answer.ViewOf(http.Request).To("/changes/" + Uri.EscapeDataString(slug)), permanent: true);
        return await answer.AnswerAsync<ChangePage>(http, _ => content.ChangeAsync(id));
    }
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Monitor.Core.Wording;

namespace Monitor.Web;

/// <summary>A page rendered whole on the server before the first byte is sent, so that it can have a length, an ETag, and a failure that is no half page.</summary>
public sealed class PageAnswer(IServiceProvider services, ILoggerFactory logs, SiteAddress site, AnswerCache cache, WorkLimit limit)
{
    /// <summary>Kept by the browser but asked for again each time: a status must not be read from yesterday's copy.</summary>
    private const string AskAgain = "no-cache";

    public PageView ViewOf(HttpRequest request) => new()
    {
        Book = ReaderLanguage.Of(request),
        Asked = ReaderLanguage.Asked(request),
        Prefix = site.Prefix(request),
        Path = request.Path.ToUriComponent(),
        Question = QuestionOf(request),
        Group = PersonGroup.Find(request.Query["status"]) is { } group ? group.Key : null,
        Page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : 1,
    };

    /// <summary>The page as it was last made where it still holds, else made anew. What somebody searched for is never kept.</summary>
    /// <param name="read">The page's own parameters, beside the view; null: there is no such page.</param>
    public async Task<IResult> AnswerAsync<T>(HttpContext http, Func<PageView, Task<Dictionary<string, object?>?>> read) where T : PagePart
    {
        var view = ViewOf(http.Request);
        async Task<WebDocument?> Make()
        {
            limit.Take(http, view.Question.Length > 0 ? WorkLimit.Search : WorkLimit.Page);
            return await read(view) is { } parameters ? await RenderAsync<T>(view, parameters) : null;
        }

        var answer = view.Question.Length > 0
            ? await Make()
            : await cache.GetAsync($"{site.Text(http.Request)} {view.In(view.Book.Language)} {view.Asked}", Make);
        return answer ?? await MissingAsync(http);
    }

    public async Task<IResult> MissingAsync(HttpContext http)
    {
        limit.Take(http, WorkLimit.Page);
        return await RenderAsync<Pages.MissingPage>(ViewOf(http.Request), [], StatusCodes.Status404NotFound);
    }

    private async Task<WebDocument> RenderAsync<T>(PageView view, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : PagePart
    {
        parameters[nameof(PagePart.View)] = view;
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new WebDocument(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8") { CacheControl = AskAgain, Language = view.Book.Language, Status = status };
    }

    private static string QuestionOf(HttpRequest request)
    {
        var asked = CleanText.Of(request.Query["q"].ToString()).Trim();
        return asked.Length <= SubjectSearch.LongestQuestion ? asked : asked[..SubjectSearch.LongestQuestion];
    }
}

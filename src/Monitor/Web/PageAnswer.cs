using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;

namespace Monitor.Web;

/// <summary>A page rendered whole on the server before the first byte is sent, so that it can have a length, an ETag, and a failure that is no half page.</summary>
public sealed class PageAnswer(IServiceProvider services, ILoggerFactory logs, SiteAddress site)
{
    /// <summary>Kept by the browser but asked for again each time: a status must not be read from yesterday's copy.</summary>
    private const string AskAgain = "no-cache";

    public PageView ViewOf(HttpRequest request) => new()
    {
        Book = ReaderLanguage.Of(request),
        Asked = ReaderLanguage.Asked(request),
        Site = site.Of(request),
        Prefix = site.Prefix(request),
        Path = request.Path.ToUriComponent(),
        Question = QuestionOf(request),
    };

    /// <param name="parameters">The page's own, beside the view.</param>
    public async Task<IResult> AnswerAsync<T>(HttpContext http, PageView view, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : PagePart
    {
        parameters[nameof(PagePart.View)] = view;
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        http.Response.Headers.ContentLanguage = view.Book.Language;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return new WebDocument(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8").For(http, AskAgain, status);
    }

    private static string QuestionOf(HttpRequest request)
    {
        var asked = request.Query["q"].ToString().Trim();
        return asked.Length <= SubjectSearch.LongestQuestion ? asked : asked[..SubjectSearch.LongestQuestion];
    }
}

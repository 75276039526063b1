using System.Net;
using Monitor.Tests.Support;

namespace Monitor.Tests.Web;

public sealed class PagesTests : IAsyncLifetime, IDisposable
{
    private readonly TempStore _store = new();
    private PagesApp _app = null!;

    public async Task InitializeAsync() => _app = await PagesApp.StartAsync(_store.File);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("/", "en", "Latest changes", "Ales Bialiatski")]
    [InlineData("/", "be", "Апошнія змены", "Алесь Бяляцкі")]
    [InlineData("/", "ru", "Последние изменения", "Алесь Беляцкий")]
    [InlineData("/people/kalesnikava", "en", "Maria Kalesnikava", "What happened")]
    [InlineData("/people/kalesnikava", "be", "Марыя Калеснікава", "Што адбылося")]
    [InlineData("/sanctions/us-potash", "ru", "объявлено снятие, ещё не вступило в силу", "Санкции США против белорусского калия")]
    [InlineData("/changes/kalesnikava-released-2025-12-13", "en", "Who says the contrary", "Maria Kalesnikava: free")]
    [InlineData("/sources", "ru", "Источники", "Пока не читается ни один источник.")]
    [InlineData("/about", "be", "Чаго ён не можа", "Адклікана")]
    public async Task A_page_says_what_it_is_for_in_the_language_asked_for(string path, string language, string heading, string content)
    {
        using var answer = await _app.SendAsync(HttpMethod.Get, $"{path}?lang={language}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Contains(content, html, StringComparison.Ordinal);
    }
}

using Xunit.Abstractions;

namespace Monitor.Tests.Bot;

/// <summary>What a newcomer asks, read as they would read it. The transcript is in the test's output.</summary>
public sealed class TranscriptTests(ITestOutputHelper output)
{
    private const long Mother = 5_000_000_101;

    [Theory]
    [InlineData("en")]
    [InlineData("be")]
    [InlineData("ru")]
    public async Task The_questions_of_a_newcomer(string language)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: "--Site:PublicBaseUrl=https://monitor.example");
        string[] questions = ["/start", "Bialiatski", "Колесникова", "Tsikhanouskaya", "potash", "Belavia", "Maria", "Stefanovich", "/latest", "/feed", "/list", "/follow Znak", "/follow", "/unfollow Znak", "/unfollow all", "/privacy", "/help", "/language", "/nonsense", "?", "/forget", "/privacy"];
        foreach (var question in questions) Assert.NotEmpty(await house.AskAsync(Mother, question, language));
    }
}

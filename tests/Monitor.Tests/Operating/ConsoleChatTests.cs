using Monitor.Operating;
using Monitor.Telegram.Requests;

namespace Monitor.Tests.Operating;

public sealed class ConsoleChatTests
{
    [Fact]
    public async Task Lines_come_in_one_by_one_and_the_end_is_told_after_the_last_answer()
    {
        await using var output = new StringWriter();
        using var chat = new ConsoleChat(new StringReader("first\nsecond\nexit\nnever\n"), output, "be", echo: true);
        foreach (var expected in (string[])["first", "second"])
        {
            var update = Assert.Single(await chat.GetUpdates(new GetUpdatesRequest(), default));
            Assert.Equal((expected, "be", true), (update.Message!.Text, update.Message.From!.LanguageCode, update.Message.Chat.IsPrivate));
            Assert.False(chat.Ended.IsCompleted);
            await chat.SendMessage(Html($"<b>{expected}</b> <blockquote expandable>&amp; more</blockquote>"), default);
        }

        using var stop = new CancellationTokenSource();
        var poll = chat.GetUpdates(new GetUpdatesRequest(), stop.Token);
        await chat.Ended;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Assert.Equal("> first\n\nfirst & more\n\n> second\n\nsecond & more\n\n> \n", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_alert_at_the_prompt_gets_a_line_of_its_own_and_the_prompt_comes_back()
    {
        using var nobody = new BlockingReader();
        await using var output = new StringWriter();
        using var chat = new ConsoleChat(nobody, output);
        using var stop = new CancellationTokenSource();
        var poll = chat.GetUpdates(new GetUpdatesRequest(), stop.Token);
        await nobody.Asked;
        var first = await chat.SendMessage(Html("<b>Ales: free</b>\n<a href=\"https://a.example/?x=1&amp;y=2\">Title</a> — Viasna"), default);
        await chat.EditMessageText(new EditMessageTextRequest { ChatId = 1, MessageId = first.MessageId, Text = "<b>Ales: free</b> now", ParseMode = ParseMode.Html }, default);
        await chat.SendMessage(Html("Correction") with { ReplyParameters = new ReplyParameters { MessageId = first.MessageId } }, default);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Assert.Equal(
            "> \n\nAles: free\nTitle <https://a.example/?x=1&y=2> — Viasna\n\n> \n\n(edited) Ales: free now\n\n> \n\n↳ Ales: free now\nCorrection\n\n> ",
            output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Nothing_in_a_message_can_steer_the_terminal()
    {
        await using var output = new StringWriter();
        using var chat = new ConsoleChat(TextReader.Null, output);
        await chat.SendMessage(Html("a&#27;[2Jb\u0007c\rd"), default);
        Assert.DoesNotContain(output.ToString(), c => char.IsControl(c) && c != '\n');
    }

    private static SendMessageRequest Html(string text) => new() { ChatId = 1, Text = text, ParseMode = ParseMode.Html };

    /// <summary>Somebody who sits before the terminal and types nothing until the test is over.</summary>
    private sealed class BlockingReader : TextReader
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _over = new();

        public Task Asked => _asked.Task;

        public override string? ReadLine()
        {
            _asked.TrySetResult();
            _over.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _over.Set();
            base.Dispose(disposing);
        }
    }
}

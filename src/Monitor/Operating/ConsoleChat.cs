using System.Threading.Channels;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Operating;

/// <summary>
/// A terminal in place of Telegram, for <c>chat</c> and <c>demo</c>: each line is a message of chat 1, each message is printed as text,
/// an edit that changes something as "(edited)", an answer to a message with "↳", buttons as numbers to type. So the terminal is a subscriber like any other, alerts included.
/// </summary>
/// <param name="echo">Print what was read behind the prompt: for input that does not come from a keyboard.</param>
public sealed class ConsoleChat(TextReader input, TextWriter output, string? language = null, bool echo = false) : IBotApi, IDisposable
{
    private const long ChatId = 1;
    private const string Prompt = "> ";
    private const string Leave = "exit";

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Dictionary<int, string> _texts = [];
    private readonly ConsoleButtons _buttons = new();
    private Thread? _reading;
    private bool _atPrompt;
    private int _messages;

    // Not from 1: the database remembers which updates it has seen, also those of an earlier chat in the terminal.
    private long _updates = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Done when the input has ended (or "exit" was typed) and everything before it was answered.</summary>
    public Task Ended => _ended.Task;

    public Task<User> GetMe(CancellationToken cancellation) => Task.FromResult(new User { Id = ChatId, IsBot = true, Username = "monitor" });

    /// <summary>One line at a time; the next is asked for when this one was answered. Waits as long as it takes.</summary>
    public async Task<IReadOnlyList<Update>> GetUpdates(GetUpdatesRequest request, CancellationToken cancellation)
    {
        StartReading();
        await PrintAsync("", prompt: true, cancellation);
        if (!await _lines.Reader.WaitToReadAsync(cancellation)) await EndAsync(cancellation);
        var line = await _lines.Reader.ReadAsync(cancellation);
        await ReadAsync(line, cancellation);
        var person = new User { Id = ChatId, LanguageCode = language };
        if (_buttons.Press(line) is { } pressed) return [new Update { Id = ++_updates, CallbackQuery = new CallbackQuery { Id = "1", From = person, Message = new Message { MessageId = pressed.Message, Chat = Here }, Data = pressed.Data } }];
        return [new Update { Id = ++_updates, Message = new Message { MessageId = Interlocked.Increment(ref _messages), Chat = Here, From = person, Text = line } }];
    }

    public async Task<Message> SendMessage(SendMessageRequest request, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _messages);
        var text = ConsoleChatText.Of(request.Text, request.ParseMode);
        var about = request.ReplyParameters is { } reply ? $"↳ {_texts.GetValueOrDefault(reply.MessageId, "").Split('\n')[0]}\n" : "";
        await PrintMessageAsync(id, about + text + _buttons.Show(id, request.ReplyMarkup), text, cancellation);
        return new Message { MessageId = id, Chat = Here, Text = text };
    }

    public async Task<Message> EditMessageText(EditMessageTextRequest request, CancellationToken cancellation)
    {
        var text = ConsoleChatText.Of(request.Text, request.ParseMode);
        if (_texts.GetValueOrDefault(request.MessageId) != text || request.ReplyMarkup is not null) await PrintMessageAsync(request.MessageId, "(edited) " + text + _buttons.Show(request.MessageId, request.ReplyMarkup), text, cancellation);
        return new Message { MessageId = request.MessageId, Chat = Here, Text = text };
    }

    public Task AnswerCallbackQuery(AnswerCallbackQueryRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task AnswerInlineQuery(AnswerInlineQueryRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task SetMyCommands(SetMyCommandsRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task SetMyDescription(SetMyDescriptionRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task SetMyShortDescription(SetMyShortDescriptionRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task SetWebhook(SetWebhookRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeleteWebhook(DeleteWebhookRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task LeaveChat(LeaveChatRequest request, CancellationToken cancellation) => Task.CompletedTask;

    public Task<ChatMember> GetChatMember(GetChatMemberRequest request, CancellationToken cancellation) => Task.FromResult(new ChatMember { Status = "creator" });

    public void Dispose() => _writing.Dispose();

    private static Chat Here => new() { Id = ChatId, Type = "private" };

    /// <summary>Reading a terminal blocks and cannot be called off, so it has a thread of its own that the end of the program does not wait for.</summary>
    private void StartReading()
    {
        if (_reading is not null) return;
        _reading = new Thread(ReadLines) { IsBackground = true, Name = "terminal" };
        _reading.Start();
    }

    private void ReadLines()
    {
        while (input.ReadLine() is { } line && line.Trim() != Leave) _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        await output.WriteLineAsync();
        await output.FlushAsync(cancellation);
        _writing.Release();
        _ended.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
    }

    private async Task ReadAsync(string line, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        _atPrompt = false;
        if (echo) await output.WriteLineAsync(line);
        _writing.Release();
    }

    private async Task PrintMessageAsync(int id, string shown, string text, CancellationToken cancellation)
    {
        lock (_texts) _texts[id] = text;
        await PrintAsync($"\n{shown}\n\n", prompt: false, cancellation);
    }

    /// <summary>What arrives while somebody sits at the prompt goes on a line of its own, and the prompt comes back.</summary>
    private async Task PrintAsync(string text, bool prompt, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            if (_atPrompt && text.Length > 0) await output.WriteLineAsync();
            await output.WriteAsync(text);
            if (prompt || _atPrompt) await output.WriteAsync(Prompt);
            _atPrompt |= prompt;
            await output.FlushAsync(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }
}

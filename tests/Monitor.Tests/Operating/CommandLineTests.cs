using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Monitor.Tests.Support;

namespace Monitor.Tests.Operating;

/// <summary>The verbs as their users start them: real processes, their output, their exit codes, and what they say when something is wrong.</summary>
[Collection(Alone.Name)]
public sealed class CommandLineTests : IDisposable
{
    private const string Freed = """{"id":"a1","outlet":"example.org","url":"https://example.org/1","date":"2025-12-13","lang":"en","title":"Ales Bialiatski freed","text":"The political prisoner Ales Bialiatski was released from prison in Belarus on Saturday."}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Help_names_every_verb()
    {
        var (code, output, _) = await RunAsync("", "--help");
        Assert.Equal(0, code);
        foreach (var verb in (string[])["run", "feed", "analyze", "replay", "ask", "chat", "seeds", "watchlist", "doctor", "demo", "why", "sources", "backup", "restore", "panic", "test-alert"]) Assert.Contains(verb, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-such-option")]
    [InlineData("no-such-verb")]
    [InlineData("ask")]
    public async Task A_wrong_command_line_is_64_and_points_to_the_help(string argument)
    {
        var (code, output, errors) = await RunAsync("", argument);
        Assert.Equal(64, code);
        Assert.Empty(output);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Sources:Every=soon", "Sources:Every")]
    [InlineData("--Sources:Evry=00:01:00", "Sources:Evry")]
    [InlineData("--Sources:File=nowhere.yaml", "nowhere.yaml")]
    [InlineData("--ConnectionStrings:Monitor=Nonsense", "ConnectionStrings:Monitor")]
    public async Task A_wrong_setting_is_one_readable_sentence(string setting, string named)
    {
        var (code, _, errors) = await RunAsync("", "run", setting);
        Assert.Equal(64, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_list_is_refused_whole_with_file_line_and_key()
    {
        var list = Path.Combine(_folder, "list.yaml");
        await File.WriteAllTextAsync(list, "- id: one\n  kind: person\n  name: Some One\n  nickname: Sam\n");
        var (code, _, errors) = await RunAsync("", "watchlist", "show", $"--Watchlist:Files={list}");
        Assert.Equal(65, code);
        Assert.Contains("list.yaml:4: nickname", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_plainly()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, _, errors) = await RunAsync("", "run", $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", $"--Sources:File={await NoSourcesAsync()}");
        Assert.Equal(69, code);
        Assert.Contains("is taken", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_made_is_said_plainly()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "");
        var (code, _, errors) = await RunAsync("", "run", $"--ConnectionStrings:Monitor=Data Source={Path.Combine(_folder, "file", "monitor.db")}");
        Assert.Equal(69, code);
        Assert.Contains("ConnectionStrings:Monitor", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_reads_line_by_line_and_a_bad_line_costs_only_itself()
    {
        var (code, output, _) = await RunAsync(Freed + "\nnot json\n" + Freed.Replace("a1", "a2", StringComparison.Ordinal) + "\n", "analyze", "--explain");
        Assert.Equal(65, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal("a1", lines[0].GetProperty("id").GetString());
        Assert.True(lines[1].TryGetProperty("error", out _));
        var claim = lines[2].GetProperty("claims")[0];
        Assert.Equal(("bialiatski", "released", "asserted"), (claim.GetProperty("subject").GetString(), claim.GetProperty("kind").GetString(), claim.GetProperty("stance").GetString()));
        Assert.NotEqual("", claim.GetProperty("why").GetString());
        var mention = lines[2].GetProperty("mentions")[0];
        Assert.EndsWith("Bialiatski", "Ales Bialiatski freed"[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_tells_a_change_once_and_nothing_of_what_the_list_knows()
    {
        var twice = Freed + "\n" + Freed.Replace("a1", "a2", StringComparison.Ordinal).Replace("/1", "/2", StringComparison.Ordinal) + "\n";
        var (code, output, _) = await RunAsync(twice, "replay", "--as-of", "2025-12-12");
        Assert.Equal(0, code);
        var alert = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal(("report", "bialiatski", "released", "2025-12-13", "reported"), (
            alert.GetProperty("type").GetString(), alert.GetProperty("subject").GetString(), alert.GetProperty("kind").GetString(), alert.GetProperty("date").GetString(), alert.GetProperty("standing").GetString()));
        Assert.Contains("Бяляцкі", alert.GetProperty("text").GetProperty("be").GetString(), StringComparison.Ordinal);

        var (_, known, _) = await RunAsync(Freed + "\n", "replay");
        Assert.Empty(known);
    }

    [Theory]
    [InlineData("Bialiatski", "en", "card", "bialiatski")]
    [InlineData("Колесникова", "ru", "card", "kalesnikava")]
    [InlineData("Tsikhanouskaya", "en", "none", null)]
    [InlineData("potash", "be", "card", "us-potash")]
    public async Task Ask_answers_as_the_bot_would(string question, string language, string kind, string? subject)
    {
        var (code, output, errors) = await RunAsync("", "ask", question, "--lang", language, "--json");
        Assert.True(code == 0, errors);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(kind, answer.GetProperty("kind").GetString());
        Assert.Equal(subject, answer.GetProperty("subjects").EnumerateArray().Select(s => s.GetString()).FirstOrDefault());
    }

    [Fact]
    public async Task An_export_of_the_list_reads_back_as_the_same_list()
    {
        var (code, exported, _) = await RunAsync("", "watchlist", "export", "yaml");
        Assert.Equal(0, code);
        var list = Path.Combine(_folder, "exported.yaml");
        await File.WriteAllTextAsync(list, exported);
        var (_, again, errors) = await RunAsync("", "watchlist", "export", "yaml", $"--Watchlist:Files={list}", $"--ConnectionStrings:Monitor={TestStore.At(Path.Combine(_folder, "again.db"))}");
        Assert.True(exported == again, errors);
    }

    [Fact]
    public async Task Feed_parse_prints_the_feed_and_refuses_what_is_none()
    {
        var feed = Path.Combine(AppContext.BaseDirectory, "seeds", "day", "000.xml");
        var (code, output, _) = await RunAsync("", "feed", "parse", feed);
        Assert.Equal(0, code);
        Assert.Equal("rss2", JsonDocument.Parse(output).RootElement.GetProperty("format").GetString());

        var page = Path.Combine(_folder, "page.html");
        await File.WriteAllTextAsync(page, "<!doctype html><html><body>404</body></html>");
        var list = Path.Combine(_folder, "list.txt");
        await File.WriteAllTextAsync(list, $"{page}\n{feed}\ttext/xml\n");
        var (batch, lines, _) = await RunAsync("", "feed", "parse", "--batch", list);
        Assert.Equal(65, batch);
        Assert.Equal([true, false], lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.TryGetProperty("error", out _)));
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] arguments) => MonitorProcess.RunAsync(_folder, input, arguments);

    private async Task<string> NoSourcesAsync()
    {
        var file = Path.Combine(_folder, "no-sources.yaml");
        await File.WriteAllTextAsync(file, "[]\n");
        return file;
    }
}

using System.Net;
using Monitor.Core.Feeds;

namespace Monitor.Fetching;

/// <summary>
/// Asks one source once, politely and safely: conditional, at most five redirects each judged anew, at most 10 MiB and 30 s. Never throws for what a source does; a wrong
/// answer is a <see cref="FetchOutcome.Failed"/> with its reason. Only the caller's own cancellation gets out.
/// </summary>
public sealed class FeedFetcher : IDisposable
{
    private const int MostRedirects = 5;

    private readonly OutboundRules _rules;
    private readonly FetchSettings _settings;
    private readonly HostQueue _queue;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _http;

    /// <param name="handler">A test's own; null for the guarded one.</param>
    public FeedFetcher(FetchSettings settings, HostQueue queue, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        _settings = settings ?? throw new ArgumentNullException(nameof(settings));
        _rules = new OutboundRules(settings.AllowPrivateNetworks);
        _queue = queue;
        _clock = clock;
        _http = new HttpMessageInvoker(handler ?? GuardedHandler.Create(new GuardedDial(_rules)), disposeHandler: true);
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await FollowAsync(request, limit, both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new FetchOutcome.Failed($"no whole answer within {_settings.TimeLimit.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return new FetchOutcome.Failed(FailureWords.Of(error));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationTokenSource limit, CancellationToken cancel)
    {
        var route = new RedirectRoute(request.Address, _rules, request.MayChangeHost);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (_rules.DenyUri(route.Now) is { } denied) return new FetchOutcome.Failed(denied);
            using var turn = await _queue.EnterAsync(route.Now, cancel);
            // Waiting for other sources of the same host is not this source's slowness.
            if (hop == 0) limit.CancelAfter(_settings.TimeLimit);
            using var message = Message(request, route);
            using var response = await _http.SendAsync(message, cancel);
            if (!IsRedirect(response)) return await AnswerAsync(response, route, () => RoomAsync(request, limit, cancel), cancel);
            if (route.Follow(response) is { } stop) return new FetchOutcome.Failed(stop);
        }

        return new FetchOutcome.Failed($"more than {MostRedirects} redirects");
    }

    private HttpRequestMessage Message(FetchRequest request, RedirectRoute route)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, route.Now) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
        // What one host called a version means nothing to another.
        if (!route.IsSameHost) return message;
        if (IsHeaderValue(request.ETag)) message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (IsHeaderValue(request.LastModified)) message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    private async Task<FetchOutcome> AnswerAsync(HttpResponseMessage response, RedirectRoute route, Func<Task> room, CancellationToken cancel)
    {
        if (response.StatusCode == HttpStatusCode.NotModified) return new FetchOutcome.NotModified(WaitHints.FreshFor(response, _clock.GetUtcNow()));
        if (response.StatusCode != HttpStatusCode.OK) return new FetchOutcome.Failed(FailureWords.Of(response.StatusCode), WaitHints.RetryAfter(response, _clock.GetUtcNow()));
        if (response.Content.Headers.ContentLength > _settings.MostBytes) return TooLarge();
        var bytes = await ReadAsync(response.Content, room, cancel);
        if (bytes is null) return TooLarge();
        return new FetchOutcome.Body(
            bytes,
            First(response.Content.Headers, "Content-Type"),
            First(response.Headers, "ETag"),
            First(response.Content.Headers, "Last-Modified"),
            route.Now,
            route.MovedTo,
            WaitHints.FreshFor(response, _clock.GetUtcNow()));
    }

    /// <summary>Null when there is more than the limit; what a bomb would unpack to is never held.</summary>
    private async Task<byte[]?> ReadAsync(HttpContent content, Func<Task> room, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + count > _settings.MostBytes) return null;
            if (body.Length + count > LargeBodies.From) await room();
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    /// <summary>Waiting for other large bodies is not this source's slowness either.</summary>
    private async Task RoomAsync(FetchRequest request, CancellationTokenSource limit, CancellationToken cancel)
    {
        if (request.Place is not { IsTaken: false } place) return;
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        await place.TakeAsync(cancel);
        limit.CancelAfter(_settings.TimeLimit);
    }

    private FetchOutcome.Failed TooLarge() => new($"larger than {_settings.MostBytes / 1024 / 1024} MiB");

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    private static bool IsHeaderValue(string? value) => !string.IsNullOrEmpty(value) && value.Length < 1024 && value.All(c => c is >= ' ' and < '\x7F');

    private static string? First(System.Net.Http.Headers.HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

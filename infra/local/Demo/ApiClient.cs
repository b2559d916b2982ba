using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace VksServerless.Local.Demo;

/// <summary>The application as sample people use it: over HTTP, each with a token of its own.</summary>
internal sealed class ApiClient(Uri address, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(11);
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _tokens = [];

    public Task<Answered> Get(string person, string path, CancellationToken cancellation) =>
        Send(person, new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    /// <param name="key">Idempotency-Key; null where none is asked for.</param>
    public Task<Answered> Post(string person, string path, object? body, string? key, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body, options: DomainJson.Options) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return Send(person, request, cancellation);
    }

    /// <exception cref="DemoFailedException">The application refused.</exception>
    public async Task<Answered> Send(string person, HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenOf(person, cancellation));
            using var response = await _http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode
                ? new Answered(body, response.Headers.ETag?.Tag.Trim('"'))
                : throw Refused(person, request, response, body);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenOf(string person, CancellationToken cancellation)
    {
        if (_tokens.TryGetValue(person, out var known) && clock.GetUtcNow() < known.Until)
        {
            return known.Token;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "local/sign-in") { Content = JsonContent.Create(new { person }) };
        using var response = await _http.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw Refused(person, request, response, body);
        }

        var token = new Answered(body, null).Json.GetProperty("token").GetString()!;
        _tokens[person] = (token, clock.GetUtcNow() + TokenLife);
        return token;
    }

    private static DemoFailedException Refused(string person, HttpRequestMessage request, HttpResponseMessage response, byte[] body) =>
        new($"{person}: {request.Method} {request.RequestUri} was answered with {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2000)))}");
}

/// <param name="ETag">Without quotation marks.</param>
internal sealed record Answered(byte[] Body, string? ETag)
{
    public JsonElement Json => JsonElement.Parse(Body);
}

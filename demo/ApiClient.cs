using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>The application as sample people use it: over HTTP, each with a token of its own.</summary>
internal sealed class ApiClient(IDoor door, UnitDirectory directory) : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(11);
    private readonly HttpClient _http = new() { BaseAddress = door.Address, Timeout = TimeSpan.FromMinutes(5) };
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _tokens = [];

    public Task<Answered> Get(string person, string path, CancellationToken cancellation) =>
        Send(person, new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    /// <param name="key">Idempotency-Key; null where none is asked for.</param>
    public Task<Answered> Post(string person, string path, object? body, string? key, CancellationToken cancellation) => Send(
        person,
        body is null ? new HttpRequestMessage(HttpMethod.Post, path)
            : Json(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, DomainJson.Options), key),
        cancellation);

    /// <param name="key">Idempotency-Key; null where none is asked for.</param>
    public static HttpRequestMessage Json(HttpMethod method, string path, ReadOnlyMemory<byte> body, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    /// <exception cref="DemoFailedException">The application refused.</exception>
    public async Task<Answered> Send(string person, HttpRequestMessage request, CancellationToken cancellation) =>
        (await Ask(person, request, cancellation)).OrThrow();

    /// <summary>The answer, whatever it is.</summary>
    public async Task<Answered> Ask(string person, HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(person));
        return await Exchange(person, request, cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answered> Exchange(string person, HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return new Answered(
                $"{person}: {request.Method} {request.RequestUri}", (int)response.StatusCode, body, response.Headers.ETag?.Tag.Trim('"'));
        }
    }

    private string TokenOf(string person)
    {
        if (_tokens.TryGetValue(person, out var known) && door.Clock.GetUtcNow() < known.Until)
        {
            return known.Token;
        }

        var token = door.TokenFor(
            SamplePeople.Find(person, directory) ?? throw new DemoFailedException($"Nobody is called {person}."));
        _tokens[person] = (token, door.Clock.GetUtcNow() + TokenLife);
        return token;
    }
}

/// <param name="Asked">By whom and for what.</param>
/// <param name="ETag">Without quotation marks.</param>
internal sealed record Answered(string Asked, int Status, byte[] Body, string? ETag)
{
    private const string Place = "/explanations/";

    public JsonElement Json => JsonElement.Parse(Body);

    /// <exception cref="DemoFailedException">The application refused.</exception>
    public Answered OrThrow() => Status is >= 200 and < 300
        ? this
        : throw new DemoFailedException(
            $"{Asked} was answered with {Status}: {System.Text.Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 2000)))}");

    /// <summary>The rules that demand an explanation, where nothing else is wrong.</summary>
    public IReadOnlyList<string> Unexplained()
    {
        if (Status != StatusCodes.Status422UnprocessableEntity || !Json.TryGetProperty("errors", out var listed))
        {
            return [];
        }

        var errors = listed.EnumerateArray().ToList();
        return errors.TrueForAll(error => error.GetProperty("rule").GetString() == "unexplained")
            ? [.. errors.Select(error => error.GetProperty("place").GetString()![Place.Length..])]
            : [];
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using VksServerless.Access;
using VksServerless.Storage.Idempotency;

namespace VksServerless.Functions.Http;

/// <summary>
/// What creates asks for an Idempotency-Key: the same key with the same request gives the stored answer, with another
/// request it is refused. Refusals are not stored, so that a mended request may use the key again.
/// </summary>
public sealed class IdempotentReply(IdempotentAnswers answers)
{
    private static readonly Refusal Missing = new(
        RefusalKind.Malformed, "idempotency-key-missing", "Thiếu Idempotency-Key", "Gửi kèm tiêu đề Idempotency-Key, từ 8 đến 100 ký tự, riêng cho mỗi lần tạo.");

    private static readonly Refusal Reused = new(
        RefusalKind.Invalid, "idempotency-key-reused", "Idempotency-Key đã dùng", "Khóa này đã dùng cho một yêu cầu có nội dung khác; hãy dùng khóa mới.");

    public static Outcome<string> KeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"] is [{ Length: >= 8 and <= 100 } key] && key.All(c => c is > ' ' and <= '~') ? key : Missing;

    /// <param name="act">Must itself come to the same end when it is run twice: a crash may part it from its stored answer.</param>
    public async Task<Reply> Run(HttpRequest request, Caller caller, ReadOnlyMemory<byte> body, Func<string, Task<Reply>> act, CancellationToken cancellation)
    {
        var key = KeyOf(request);
        if (key.Refusal is { } missing)
        {
            return Reply.Problem(missing);
        }

        var hash = HashOf(request, body);
        if (await answers.Find(caller.Person, key.Value, cancellation) is { } stored)
        {
            return Again(stored, hash);
        }

        var reply = await act(key.Value);
        if (reply.Status >= 300)
        {
            return reply;
        }

        var answer = new StoredAnswer(hash, reply.Status, reply.Location, reply.ETag, reply.Body);
        return await answers.Keep(caller.Person, key.Value, answer, cancellation)
            ? reply
            : Again((await answers.Find(caller.Person, key.Value, cancellation))!, hash);
    }

    private static Reply Again(StoredAnswer stored, string hash) => stored.RequestHash == hash
        ? Reply.Again(stored.Status, stored.Body) with { Location = stored.Location, ETag = stored.ETag }
        : Reply.Problem(Reused);

    private static string HashOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

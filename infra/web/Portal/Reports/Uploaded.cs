using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A file that was chosen in a page, as the use cases want it announced.</summary>
internal static class Uploaded
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".zip"] = "application/zip",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    private static readonly Refusal Empty = new(
        RefusalKind.Invalid, "attachment-empty", "Tệp trống", "Tệp không có nội dung; hãy chọn tệp khác.");

    /// <param name="place">What it is for: the same file sent there again by the same person is the same attachment.</param>
    public static async Task<Outcome<Attachment>> Announce(
        IFormFile file, string place, Caller by, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var sha256 = Sha256.Of(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)));
        return Announce(Path.GetFileName(file.FileName), file.Length, sha256, place, by, now);
    }

    public static Outcome<Attachment> Announce(
        string fileName, long length, Sha256 sha256, string place, Caller by, DateTimeOffset now)
    {
        var name = fileName.Normalize();
        var kind = Kinds.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        return length == 0 ? Empty
            : AttachmentRules.Announce(name, kind, length) is { } refusal ? refusal
            : new Attachment(
                new IdempotencyKey(by.Person, $"{place} {name} {length} {sha256}").Name, name, kind, length, sha256, now, by.Name);
    }
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VksServerless.Application.Reports;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>Attaches the files that were posted with a section to its fields.</summary>
internal sealed class AttachUploads(AttachFile attach, TimeProvider clock)
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

    /// <returns>The answers, with what was attached in their fields; and what was not, with the reason.</returns>
    public async Task<(IReadOnlyDictionary<FieldCode, JsonNode?> Answers, IReadOnlyList<FieldError> Errors)> Execute(
        OpenReport open, Section section, IFormFileCollection files, IReadOnlyDictionary<FieldCode, JsonNode?> answers, Caller by,
        CancellationToken cancellation)
    {
        var all = answers.ToDictionary();
        var errors = new List<FieldError>();
        foreach (var field in section.Fields.Where(field => field.Type is FieldType.Attachment))
        {
            foreach (var file in files.GetFiles(FormNames.Upload(field.Code)).Where(file => file.Length > 0))
            {
                var attached = await Attach(open, file, by, cancellation);
                if (attached.Refusal is { } refusal)
                {
                    errors.Add(new FieldError($"/answers/{field.Code}", refusal.Type, $"{Path.GetFileName(file.FileName)}: {refusal.Detail}"));
                }
                else if (all.GetValueOrDefault(field.Code) is JsonArray ids && ids.All(id => id!.GetValue<string>() != attached.Value.Id))
                {
                    ids.Add(attached.Value.Id);
                }
            }
        }

        return (all, errors);
    }

    /// <summary>The same file sent again is the same attachment.</summary>
    private async Task<Outcome<Attachment>> Attach(OpenReport open, IFormFile file, Caller by, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file.FileName).Normalize();
        Sha256 sha256;
        await using (var content = file.OpenReadStream())
        {
            sha256 = Sha256.Of(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)));
        }

        var kind = Kinds.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        if (AttachmentRules.Announce(name, kind, file.Length) is { } refusal)
        {
            return refusal;
        }

        var id = new IdempotencyKey(by.Person, $"{open.Obligation.Cycle} {open.Obligation.Unit} {name} {sha256}").Name;
        await using var stream = file.OpenReadStream();
        return await attach.Execute(
            open, new Attachment(id, name, kind, file.Length, sha256, clock.GetUtcNow(), by.Name), stream, cancellation);
    }
}

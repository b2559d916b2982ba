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

    private async Task<Outcome<Attachment>> Attach(OpenReport open, IFormFile file, Caller by, CancellationToken cancellation)
    {
        var announced = await Uploaded.Announce(
            file, $"{open.Obligation.Cycle} {open.Obligation.Unit}", by, clock.GetUtcNow(), cancellation);
        if (announced.Refused)
        {
            return announced;
        }

        await using var stream = file.OpenReadStream();
        return await attach.Execute(open, announced.Value, stream, cancellation);
    }
}

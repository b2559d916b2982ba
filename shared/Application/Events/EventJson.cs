using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Application.Events;

/// <summary>Every kind of event, and how one is written: as its record, with its name under "event".</summary>
public static class EventJson
{
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(UnitObliged), typeof(ReportPresented), typeof(ReportSentBack), typeof(ReportSubmitted), typeof(ReportWithdrawn),
        typeof(ReportReturned), typeof(ReturnTakenBack), typeof(ReportAccepted), typeof(ReportInspected), typeof(UnitExempted),
        typeof(ExemptionRevoked), typeof(DeadlineExtended), typeof(ReminderDue),
        typeof(NodeChanged), typeof(AdjustmentsFallen), typeof(SectorTotalChanged), typeof(CycleChanged),
        typeof(ReportLaidBefore), typeof(CycleCancelled),
        typeof(CyclePublished), typeof(DifficultyRaised), typeof(DifficultyAssigned), typeof(DifficultyAnswered), typeof(DifficultyClosed),
        typeof(DifficultyReopened), typeof(MilestoneDue), typeof(UnitsTakenOver), typeof(SectorReportRefused),
    ];

    private static readonly JsonSerializerOptions Options = new(DomainJson.Options)
    {
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    public static ReadOnlyMemory<byte> Write(ReportingEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Options);

    /// <exception cref="JsonException">It is not an event that this version knows.</exception>
    public static ReportingEvent Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportingEvent>(json, Options) ?? throw new JsonException("The event is null.");
        }
        catch (NotSupportedException unknown)
        {
            throw new JsonException("The message does not say which event it is.", unknown);
        }
    }

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(ReportingEvent))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "event" };
        foreach (var kind in Kinds)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }
}

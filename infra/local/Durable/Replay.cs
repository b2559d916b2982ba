using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace VksServerless.Local.Durable;

/// <summary>Brings an orchestrator to where its history ends, gives it what is new, and collects what it decides.</summary>
internal sealed class Replay(IDurableFunctions functions, DataConverter converter, ILoggerFactory loggers, string defaultVersion)
{
    public async Task<Episode> Run(
        Instance instance, IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> arrived, DateTime now)
    {
        await using var function = functions.Orchestrator(instance.Name);
        return Run(instance, past, [new HistoryEvent.Woken(now), .. arrived], function);
    }

    private Episode Run(Instance instance, IReadOnlyList<HistoryEvent> past, List<HistoryEvent> arrived, IOrchestratorCall? function)
    {
        var thread = new OrchestratorThread();
        var context = new LocalOrchestrationContext(instance, thread, converter, loggers, defaultVersion);
        Task<object?>? outcome = null;
        Conclusion? conclusion;
        try
        {
            Play(past, replaying: true);
            Play(arrived, replaying: false);
            conclusion = Conclude(context, outcome);
        }
        catch (NonDeterministicOrchestrationException broken)
        {
            conclusion = new Conclusion.Failed(Failure.Of(broken));
        }
        finally
        {
            thread.Close();
        }

        var decisions = conclusion is Conclusion.Failed { Failure.Type: var type } && type == typeof(NonDeterministicOrchestrationException).FullName
            ? []
            : context.State.NewDecisions;
        arrived.AddRange(decisions.Select(decision => decision.Recorded));
        if (conclusion is not null)
        {
            arrived.Add(new HistoryEvent.Ended(conclusion.GetType().Name));
        }

        return new Episode(arrived, decisions, context.State.CancelledTimers)
        {
            CustomStatus = context.CustomStatus,
            Conclusion = conclusion,
        };

        void Play(IReadOnlyList<HistoryEvent> events, bool replaying)
        {
            foreach (var happened in events)
            {
                if (happened is HistoryEvent.Woken woken)
                {
                    context.MoveTo(woken.At, replaying);
                }
                else if (happened is HistoryEvent.Started)
                {
                    thread.Run(() => outcome = Start(function, instance, context));
                }
                else
                {
                    thread.Run(() => Apply(happened, context));
                }
            }
        }
    }

    private Task<object?> Start(IOrchestratorCall? function, Instance instance, LocalOrchestrationContext context) => function is null
        ? Task.FromException<object?>(new FunctionUnknownException(instance.Name))
        : function.Run(context, type => converter.Deserialize(instance.Input, type));

    private static void Apply(HistoryEvent happened, LocalOrchestrationContext context)
    {
        switch (happened)
        {
            case HistoryEvent.ActivityScheduled scheduled:
                context.State.Confirm(scheduled.Task, scheduled);
                break;
            case HistoryEvent.TimerCreated created:
                context.State.Confirm(created.Task, created);
                break;
            case HistoryEvent.ChildCreated created:
                context.State.Confirm(created.Task, created);
                break;
            case HistoryEvent.EventSent sent:
                context.State.Confirm(sent.Task, sent);
                break;
            case HistoryEvent.Answered answered:
                context.State.Answer(answered.Task, answered.Result);
                break;
            case HistoryEvent.TimerFired fired:
                context.State.Answer(fired.Task, null);
                break;
            case HistoryEvent.Faulted faulted:
                context.State.Fail(faulted.Task, faulted.Failure.ToDetails());
                break;
            case HistoryEvent.EventRaised raised:
                context.Events.Raise(raised);
                break;
        }
    }

    private Conclusion? Conclude(LocalOrchestrationContext context, Task<object?>? outcome)
    {
        if (outcome is null || context.State.HasOpenTasks)
        {
            // As in the genuine engine: it does not end while something that it started is still open.
            return null;
        }

        return outcome switch
        {
            { IsFaulted: true } => new Conclusion.Failed(Failure.Of(outcome.Exception!.InnerException!)),
            { IsCanceled: true } => new Conclusion.Failed(Failure.Of(new TaskCanceledException(outcome))),
            { IsCompletedSuccessfully: true } when context.Next is { } next =>
                new Conclusion.ContinuedAsNew(next, next.KeepEvents ? context.Events.Kept : []),
            { IsCompletedSuccessfully: true } => new Conclusion.Completed(converter.Serialize(outcome.Result)),
            _ when !context.Events.HasWaits => throw new NonDeterministicOrchestrationException(
                "The orchestrator waits for something that is not in its history. I/O and delays belong into activities and durable timers."),
            _ => null,
        };
    }
}

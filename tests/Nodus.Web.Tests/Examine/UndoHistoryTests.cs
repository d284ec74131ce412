using Nodus.Web.Client.Examine;

namespace Nodus.Web.Tests.Examine;

public sealed class UndoHistoryTests
{
    [Fact]
    public void UndoAndRedo_WalkTheStates()
    {
        var history = new UndoHistory<string>("a");
        history.Do("b");
        history.Do("c");
        Assert.True(history.Undo());
        Assert.Equal("b", history.Now);
        Assert.True(history.Undo());
        Assert.False(history.Undo());
        Assert.Equal("a", history.Now);
        Assert.True(history.Redo());
        Assert.True(history.Redo());
        Assert.False(history.Redo());
        Assert.Equal("c", history.Now);
    }

    [Fact]
    public void Do_AfterUndo_ForgetsWhatWasTakenBack()
    {
        var history = new UndoHistory<string>("a");
        history.Do("b");
        history.Undo();
        history.Do("c");
        Assert.False(history.CanRedo);
        history.Undo();
        Assert.Equal("a", history.Now);
    }

    [Fact]
    public void Do_BeyondTheMost_ForgetsTheOldest()
    {
        var history = new UndoHistory<string>("0");
        for (int step = 1; step <= UndoHistory<string>.StepsMax + 5; step++) history.Do($"{step}");
        int steps = 0;
        while (history.Undo()) steps++;
        Assert.Equal((UndoHistory<string>.StepsMax, "5"), (steps, history.Now));
    }

    [Fact]
    public void Restart_LeavesNothingToTakeBack()
    {
        var history = new UndoHistory<string>("a");
        history.Do("b");
        history.Undo();
        history.Restart("c");
        Assert.Equal((false, false, "c"), (history.CanUndo, history.CanRedo, history.Now));
    }
}

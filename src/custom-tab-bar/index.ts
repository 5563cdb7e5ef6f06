// The mini program asks for this part because the tab bar is our own. It stays empty: the tab pages
// draw ui/TabBar themselves, the same on H5, since its items depend on who looks.
Component({});

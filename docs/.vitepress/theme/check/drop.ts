/** Files that are dropped anywhere on the page: the browser would leave the page for them. */
import { onMounted, onUnmounted } from "vue";

/** Calls back with the files that are dropped, while a component is shown. */
export function onDroppedFiles(callback: (files: readonly File[]) => void): void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    callback(files);
  };
  onMounted(() => {
    addEventListener("dragover", over);
    addEventListener("drop", drop);
  });
  onUnmounted(() => {
    removeEventListener("dragover", over);
    removeEventListener("drop", drop);
  });
}
